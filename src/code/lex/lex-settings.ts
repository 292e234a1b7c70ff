import { type Token } from './token.js';

const piece = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?|[A-Za-z_][\w.-]*(?==)|[^\s"'[\]{},=]+|[=[\]{},]/y;

/** As {@link lexText}, for YAML, `.env` and `.properties`: keys and names before `=` are words, everything else is a string. */
export function lexSettings(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  text.split('\n').forEach((content, index) => {
    lexLine(content, at, index + 1, tokens);
    at += content.length + 1;
  });
  return tokens;
}

function lexLine(content: string, offset: number, line: number, tokens: Token[]): void {
  let first = true;
  for (let at = 0; at < content.length; ) {
    const code = content.charCodeAt(at);
    if (code <= 0x20 || code === 0xfeff) {
      at++;
      continue;
    }
    if (code === 0x23 && (at === 0 || content.charCodeAt(at - 1) <= 0x20)) {
      tokens.push({ kind: 'comment', text: content.slice(at), at: offset + at, line, first });
      return;
    }
    piece.lastIndex = at;
    const found = piece.exec(content)?.[0] ?? content.charAt(at);
    if (found !== '-' || !first) {
      tokens.push(tokenOf(found, content.charCodeAt(at + found.length), offset + at, line, first));
      first = false;
    }
    at += found.length;
  }
}

function tokenOf(found: string, next: number, at: number, line: number, first: boolean): Token {
  const opening = found.charCodeAt(0);
  if (opening === 0x22 || opening === 0x27) {
    const closed = found.length > 1 && found.charCodeAt(found.length - 1) === opening;
    return { kind: next === 0x3a ? 'word' : 'string', text: found.slice(1, closed ? -1 : undefined), at, line, first };
  }
  if (found.length === 1 && '=[]{},:'.includes(found)) return { kind: 'mark', text: found, at, line, first };
  if (found.endsWith(':')) return { kind: 'word', text: found.slice(0, -1), at, line, first };
  return { kind: next === 0x3d && /^[A-Za-z_][\w.-]*$/.test(found) ? 'word' : 'string', text: found, at, line, first };
}
