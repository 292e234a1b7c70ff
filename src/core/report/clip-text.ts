/** The first characters of printable text and an ellipsis; the name of a character without glyph counts as one and is never cut. */
export function clipText(text: string, longest: number): string {
  const characters = text.match(/⟦U\+[0-9A-F]{4,6}⟧|./gsu) ?? [];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('').trimEnd()}…` : text;
}
