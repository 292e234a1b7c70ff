import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { linearScale } from '../kit/linear-scale.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type SpansBlock = Extract<ReportBlock, { kind: 'spans' }>;

const rowHeight = 17;
const footHeight = 16;
const labelWidth = grid.span(5) - 20;
const noteWidth = 86;

/** Ranges on one scale, each with a mark where it stands now and its ends in words at the right. */
export function writeSpans(sheet: Sheet, { alt, caption, from, to, ticks, rows }: SpansBlock): void {
  const scale = linearScale([from, to], [grid.left + labelWidth + grid.gutter, grid.right - noteWidth - 10]);
  const height = rows.length * rowHeight + footHeight;
  writeFigure(sheet, {
    height,
    alt,
    caption,
    draw(top) {
      const foot = top + rows.length * rowHeight;
      let taken = -Infinity;
      for (const { at, label } of ticks) {
        sheet.canvas.path(shapePath.line(scale(at), top, scale(at), foot), { stroke: palette.hair, lineWidth: 0.5 });
        const half = sheet.widthOf(label, typeScale.caption) / 2;
        if (scale(at) - half < taken + 6) continue;
        placeWord(sheet, label, typeScale.caption, palette.muted, scale(at), foot + 11, 'middle');
        taken = scale(at) + half;
      }
      rows.forEach(({ label, from: low, to: high, mark, note, tone }, row) => {
        const y = top + row * rowHeight;
        placeWord(sheet, fitLine(sheet, label, typeScale.cell, labelWidth), typeScale.cell, palette.ink, grid.left, y + 11.4);
        sheet.canvas.path(shapePath.rectangle(scale(low), y + 4, Math.max(1.5, scale(high) - scale(low)), 9), { fill: palette[`${tone}Tint`], stroke: palette[tone], lineWidth: 0.8 });
        if (mark !== null) sheet.canvas.path(shapePath.rectangle(scale(mark) - 1, y + 2, 2, 13), { fill: palette.ink });
        placeWord(sheet, fitLine(sheet, note, typeScale.caption, noteWidth), typeScale.caption, palette.text, grid.right, y + 11.2, 'end');
      });
    },
  });
}
