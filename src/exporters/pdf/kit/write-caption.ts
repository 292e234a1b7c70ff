import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { type Sheet } from './sheet.js';
import { typeScale } from './type-scale.js';

/** What to see in the figure or table above. */
export function writeCaption(sheet: Sheet, caption: string): void {
  const { lines, height } = setText(sheet, caption, typeScale.caption, grid.span(11));
  sheet.need(height + 5);
  const element = sheet.canvas.element('Caption');
  element.draw(() => {
    sheet.y = placeLines(sheet, lines, typeScale.caption, palette.muted, { x: grid.left, y: sheet.y + 5, width: grid.body });
  });
  element.end();
  sheet.y += 12;
}
