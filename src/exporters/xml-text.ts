/** Text for XML 1.0 content or a quoted attribute: markup escaped, characters that XML cannot hold written as their code point. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"']|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      case "'":
        return '&apos;';
      default:
        return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
    }
  });
}
