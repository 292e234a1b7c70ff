import { breakLines } from './break-lines.js';
import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';

/** Lines ready to be drawn, and the height they take. */
export interface SetText {
  readonly lines: readonly string[];
  readonly height: number;
  readonly cutsWord: boolean;
}

/** Breaks text into the lines of a column. */
export function setText(sheet: Sheet, text: string, style: TextStyle, width: number): SetText {
  const { lines, cutsWord } = breakLines(text, style, width, sheet.typeCase);
  return { lines, height: lines.length * style.leading, cutsWord };
}
