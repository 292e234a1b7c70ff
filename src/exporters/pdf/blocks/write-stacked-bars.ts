import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { severityMark } from '../kit/severity-mark.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type StackedBarsBlock = Extract<ReportBlock, { kind: 'stackedBars' }>;

const rowHeight = 18;
const labelWidth = grid.span(4);

/** One bar per row, in pieces by severity, each piece with its number and its sign. */
export function writeStackedBars(sheet: Sheet, { rows, alt, caption }: StackedBarsBlock): void {
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  const left = grid.left + labelWidth + grid.gutter;
  const unit = Math.min(34, (grid.right - 26 - left) / most);
  writeFigure(sheet, {
    height: rows.length * rowHeight,
    alt,
    caption,
    draw(top) {
      rows.forEach(({ label, parts }, index) => {
        const y = top + index * rowHeight;
        placeWord(sheet, fitLine(sheet, label, typeScale.cell, labelWidth), typeScale.cell, palette.ink, grid.left, y + 11.5);
        let x = left;
        for (const { severity, count } of parts) {
          if (count === 0) continue;
          const width = count * unit;
          sheet.canvas.path(shapePath.rectangle(x, y + 2, Math.max(1, width - 1), rowHeight - 5), { fill: palette[`${severity}Tint`] });
          sheet.canvas.path(shapePath.rectangle(x, y + 2, 1.6, rowHeight - 5), { fill: palette[severity] });
          if (width > 26) severityMark(sheet, severity, x + 9, y + 8.5, 3.4);
          if (width > 12) placeWord(sheet, String(count), typeScale.captionStrong, palette[severity], x + (width > 26 ? 16 : 4), y + 11.2);
          x += width;
        }
        const total = parts.reduce((sum, { count }) => sum + count, 0);
        placeWord(sheet, String(total), typeScale.captionStrong, palette.ink, x + 6, y + 11.2);
        sheet.canvas.path(shapePath.line(grid.left, y + rowHeight, grid.right, y + rowHeight), { stroke: palette.hair, lineWidth: 0.4 });
      });
    },
  });
}
