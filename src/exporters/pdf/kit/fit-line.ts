import { type Sheet } from './sheet.js';
import { type TextStyle } from './text-style.js';

/** A line no wider than `width` points: cut with an ellipsis where it is too long, never inside a code-point mark. */
export function fitLine(sheet: Sheet, text: string, style: TextStyle, width: number): string {
  const line = text.replaceAll('\n', ' ');
  if (sheet.widthOf(line, style) <= width) return line;
  const characters = line.match(/⟦U\+[0-9A-F]{4,6}⟧|./gsu) ?? [];
  let fits = 0;
  let tooMany = characters.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (sheet.widthOf(`${characters.slice(0, middle).join('').trimEnd()}…`, style) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits === 0 ? '…' : `${characters.slice(0, fits).join('').trimEnd()}…`;
}
