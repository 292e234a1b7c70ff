import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { setText } from '../kit/set-text.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type DetailsBlock = Extract<ReportBlock, { kind: 'details' }>;

const labelWidth = grid.span(3);

/** Labels and what belongs to them, one below the other between hairlines. */
export function writeDetails(sheet: Sheet, { items }: DetailsBlock): void {
  const width = grid.body - labelWidth - grid.gutter;
  for (const { label, value, code } of items) {
    const style = code === true ? typeScale.mono : typeScale.small;
    const set = setText(sheet, value, style, width);
    const name = setText(sheet, label, typeScale.small, labelWidth);
    const height = Math.max(set.height, name.height) + 9;
    sheet.need(height);
    const top = sheet.y;
    const element = sheet.canvas.element('P');
    element.draw(() => {
      placeLines(sheet, name.lines, typeScale.small, palette.muted, { x: grid.left, y: top + 4.5, width: labelWidth });
      placeLines(sheet, set.lines, style, palette.ink, { x: grid.left + labelWidth + grid.gutter, y: top + 4.5, width });
    });
    element.end();
    sheet.y = top + height;
    sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(grid.left, sheet.y, grid.right, sheet.y), { stroke: palette.rule, lineWidth: 0.4 }));
  }
  sheet.y += 12;
}
