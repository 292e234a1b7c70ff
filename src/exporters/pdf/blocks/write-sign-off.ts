import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { setText } from '../kit/set-text.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type SignOffBlock = Extract<ReportBlock, { kind: 'signOff' }>;

/** Who signs what, with a line to sign on. */
export function writeSignOff(sheet: Sheet, { parties }: SignOffBlock): void {
  const across = 12 / Math.max(1, parties.length);
  const width = grid.span(across);
  const statements = parties.map(({ statement }) => setText(sheet, statement, typeScale.small, width));
  const rule = 14 + Math.max(0, ...statements.map(({ height }) => height)) + 34;
  sheet.need(rule + 34);
  const top = sheet.y;
  parties.forEach(({ role, name, date }, index) => {
    const x = grid.at(index * across);
    sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(x, top + rule, x + width, top + rule), { stroke: palette.ink, lineWidth: 0.8 }));
    const element = sheet.canvas.element('P');
    element.draw(() => {
      placeLines(sheet, [role], typeScale.caption, palette.muted, { x, y: top, width });
      placeLines(sheet, statements[index]?.lines ?? [], typeScale.small, palette.text, { x, y: top + 13, width });
      placeLines(sheet, [name], typeScale.cellStrong, palette.ink, { x, y: top + rule + 4, width });
      placeLines(sheet, [date], typeScale.cell, palette.muted, { x, y: top + rule + 4, width, align: 'right' });
    });
    element.end();
  });
  sheet.y = top + rule + 34;
}
