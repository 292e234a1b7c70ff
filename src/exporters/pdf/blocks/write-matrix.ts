import { type ReportBlock } from '../../../core/report/report-block.js';
import { fitLine } from '../kit/fit-line.js';
import { grid } from '../kit/grid.js';
import { outcomeMark } from '../kit/outcome-mark.js';
import { palette } from '../kit/palette.js';
import { placeWord } from '../kit/place-word.js';
import { shapePath } from '../kit/shape-path.js';
import { type Sheet } from '../kit/sheet.js';
import { typeScale } from '../kit/type-scale.js';
import { writeFigure } from '../kit/write-figure.js';

type MatrixBlock = Extract<ReportBlock, { kind: 'matrix' }>;

const rowHeight = 15;
const headHeight = 20;
const labelWidth = grid.span(4);
const tints: Readonly<Record<string, string>> = { pass: palette.homeTint, fail: palette.criticalTint, unknown: palette.mediumTint, error: palette.awayTint, waived: palette.lowTint };

/** Rows against columns; every cell says its outcome by sign, tint and number. A matrix longer than a page goes on as a further figure. */
export function writeMatrix(sheet: Sheet, block: MatrixBlock): void {
  const perPage = Math.floor((grid.bottom - grid.top - headHeight - 40) / rowHeight);
  if (block.rows.length * rowHeight + headHeight + 40 > sheet.room() && sheet.room() < 220) sheet.beginPage();
  let rest = block.rows;
  while (rest.length > 0) {
    const here = Math.max(4, Math.min(perPage, Math.floor((sheet.room() - headHeight - 40) / rowHeight)));
    drawMatrix(sheet, { ...block, rows: rest.slice(0, here) });
    rest = rest.slice(here);
    if (rest.length > 0) sheet.beginPage();
  }
}

function drawMatrix(sheet: Sheet, { alt, caption, columns, rows }: MatrixBlock): void {
  const left = grid.left + labelWidth + 6;
  const width = (grid.right - left) / Math.max(1, columns.length);
  writeFigure(sheet, {
    height: headHeight + rows.length * rowHeight,
    alt,
    caption,
    draw(top) {
      columns.forEach((column, index) => placeWord(sheet, fitLine(sheet, column, typeScale.captionStrong, width - 4), typeScale.captionStrong, palette.muted, left + (index + 0.5) * width, top + 11, 'middle'));
      rows.forEach(({ label, cells }, row) => {
        const y = top + headHeight + row * rowHeight;
        placeWord(sheet, fitLine(sheet, label, typeScale.cell, labelWidth), typeScale.cell, palette.ink, grid.left, y + 10);
        cells.forEach(({ outcome, text }, index) => {
          if (text === '') return;
          const x = left + index * width;
          const tint = tints[outcome];
          if (tint !== undefined) sheet.canvas.path(shapePath.rectangle(x + 1, y + 0.8, width - 2, rowHeight - 1.6), { fill: tint });
          const shift = sheet.widthOf(text, typeScale.captionStrong) / 2 + 2;
          outcomeMark(sheet, outcome, x + width / 2 - shift, y + rowHeight / 2, 3.3);
          placeWord(sheet, text, typeScale.captionStrong, palette.ink, x + width / 2 + 6, y + 10, 'middle');
        });
      });
    },
  });
}
