/** How a character without a glyph stands in text: `⟦U+6DF1⟧`. The fonts lack these brackets too, so they are drawn as doubled square ones. */
export const codePointMark = {
  pattern: /⟦(U\+[0-9A-F]{4,6})⟧/u,
  /** Distance between the two strokes of a drawn bracket, in em. */
  stroke: 0.14,
} as const;

export interface TextPart {
  readonly text: string;
  /** Set where the part stands for a character: what it says to whoever reads or copies the text. */
  readonly actual?: string;
}

/** Takes a line apart at its code-point marks. */
export function partsOfLine(line: string): readonly TextPart[] {
  if (!line.includes('⟦')) return [{ text: line }];
  return line
    .split(new RegExp(codePointMark.pattern, 'gu'))
    .map((text, index) => (index % 2 === 0 ? { text } : { text, actual: `⟦${text}⟧` }))
    .filter(({ text }) => text !== '');
}
