import { type ReportBlock } from '../../../core/report/report-block.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeLines } from '../kit/place-lines.js';
import { setText } from '../kit/set-text.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';

type KeyNumbersBlock = Extract<ReportBlock, { kind: 'keyNumbers' }>;

/** Up to four large numbers side by side. */
export function writeKeyNumbers(sheet: Sheet, { items }: KeyNumbersBlock): void {
  const across = 12 / Math.max(1, items.length);
  const width = grid.span(across);
  const notes = items.map(({ note }) => setText(sheet, note, typeScale.caption, width));
  const height = 56 + Math.max(0, ...notes.map((note) => note.height));
  sheet.need(height + 12);
  const top = sheet.y;
  items.forEach(({ value, label, tone }, index) => {
    const x = grid.at(index * across);
    sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.rectangle(x, top, width, 2), { fill: palette[tone] }));
    const element = sheet.canvas.element('P');
    element.draw(() => {
      placeLines(sheet, [value], typeScale.keyNumber, palette.ink, { x, y: top + 13, width });
      placeLines(sheet, [label], typeScale.small, palette.ink, { x, y: top + 41, width });
      placeLines(sheet, notes[index]?.lines ?? [], typeScale.caption, palette.muted, { x, y: top + 53, width });
    });
    element.end();
  });
  sheet.y = top + height + 12;
}
