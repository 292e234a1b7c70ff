import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { type Sheet } from './sheet.js';
import { typeScale } from './type-scale.js';

const styles = { 1: typeScale.heading1, 2: typeScale.heading2, 3: typeScale.heading3 } as const;
const before = { 1: 0, 2: 17, 3: 12 } as const;
const after = { 1: 10, 2: 6, 3: 3 } as const;

export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly id: string;
  /** Small capitals above the title of a section. */
  readonly overline?: string;
  /** Points that must follow on the same page. */
  readonly keep?: number;
}

/** A heading with its bookmark and destination; it never stands alone at the foot of a page. */
export function writeHeading(sheet: Sheet, { level, text, id, overline, keep = 60 }: Heading): void {
  const style = styles[level];
  const set = setText(sheet, text, style, grid.body);
  if (!sheet.need(before[level] + set.height + keep) && sheet.y > grid.top) sheet.y += before[level];
  if (overline !== undefined) {
    sheet.canvas.artifact('Layout', () => placeLines(sheet, [overline.toUpperCase()], typeScale.overline, palette.home, { x: grid.left, y: sheet.y - 4, width: grid.body }));
    sheet.y += 12;
  }
  sheet.mark(id);
  if (level < 3) sheet.canvas.bookmark(level as 1 | 2, text);
  const element = sheet.canvas.element(`H${level}`);
  element.draw(() => {
    sheet.y = placeLines(sheet, set.lines, style, palette.ink, { x: grid.left, y: sheet.y, width: grid.body });
  });
  element.end();
  sheet.y += after[level];
}
