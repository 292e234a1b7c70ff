export interface PrintableText {
  readonly text: string;
  /** Characters that no font has, as `U+6DF1`, in order of appearance. */
  readonly missing: readonly string[];
  /** Characters left out at the end. */
  readonly cut: number;
}

/** Characters that set other characters or that no reader can see, and what stands for them. */
const plain: Readonly<Record<string, string>> = { '\t': ' ', '\r': '', '\u00A0': ' ', '\u00AD': '', '\u2011': '-', '\u202F': ' ', '\u200B': '' };

/**
 * Text that the fonts can print, in normal form C. A character they lack, a control character and a hidden one (which may reorder the text around it)
 * is printed as its code point, `⟦U+202E⟧`. Text over `longest` characters is cut.
 */
export function printableText(source: string, covers: (codePoint: number) => boolean, longest: number): PrintableText {
  const missing: string[] = [];
  const normal = source.normalize('NFC');
  const characters = normal.length > longest ? [...normal.slice(0, 2 * longest)] : [...normal];
  const shown = characters.slice(0, longest).map((character) => {
    const replaced = plain[character];
    if (replaced !== undefined) return replaced;
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || (codePoint >= 0x20 && !/\p{C}/u.test(character) && covers(codePoint))) return character;
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    missing.push(name);
    return `⟦${name}⟧`;
  });
  const cut = Math.max(0, normal.length > 2 * longest ? normal.length - longest : [...normal].length - longest);
  return { text: shown.join(''), missing, cut };
}
