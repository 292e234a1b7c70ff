import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';

/** Draws one line on a baseline: `anchor` says which part of it stands at `x`. Answers its width. */
export function placeWord(sheet: Sheet, line: string, style: TextStyle, colour: string, x: number, baseline: number, anchor: 'start' | 'middle' | 'end' = 'start'): number {
  const width = sheet.widthOf(line, style);
  sheet.canvas.text(line, { x: x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0), y: baseline }, style, colour);
  return width;
}
