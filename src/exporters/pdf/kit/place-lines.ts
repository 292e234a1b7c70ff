import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';

export interface TextBox {
  readonly x: number;
  /** Top of the first line box. */
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** Draws lines from the top of a box; inside an element or artifact that is open. Answers the y below the last one. */
export function placeLines(sheet: Sheet, lines: readonly string[], style: TextStyle, colour: string, box: TextBox): number {
  let y = box.y;
  const baseline = sheet.typeCase.baselineIn(style);
  for (const line of lines) {
    if (line !== '') sheet.canvas.text(line, { x: box.x + indentOf(sheet, line, style, box), y: y + baseline }, style, colour);
    y += style.leading;
  }
  return y;
}

function indentOf(sheet: Sheet, line: string, style: TextStyle, { width, align = 'left' }: TextBox): number {
  if (align === 'left') return 0;
  const free = width - sheet.widthOf(line, style);
  return align === 'right' ? free : free / 2;
}
