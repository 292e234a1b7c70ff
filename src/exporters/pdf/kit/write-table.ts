import { cellPadding } from './cell-padding.js';
import { columnWidths } from './column-widths.js';
import { grid } from './grid.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';
import { type TableModel } from './table-model.js';
import { setRow, writeRow } from './table-row.js';
import { typeScale } from './type-scale.js';
import { writeCaption } from './write-caption.js';

/** A table over the whole measure: whole rows, horizontal rules only, the header again on every page as an artifact. */
export function writeTable(sheet: Sheet, table: TableModel, x: number = grid.left, width: number = grid.body): void {
  const widths = columnWidths(sheet, table, width);
  const header = setHeader(sheet, table, widths);
  const first = table.rows[0];
  sheet.need(header.height + (first === undefined ? 0 : Math.min(setRow(sheet, table, first, widths).height, 300)));
  sheet.canvas.group('Table', {}, () => {
    sheet.canvas.group('THead', {}, () => sheet.canvas.group('TR', {}, () => drawHeader(sheet, header, x, widths, false)));
    ruleBelow(sheet, x, width, 0.9, palette.ink);
    sheet.canvas.group('TBody', {}, () => {
      for (const row of table.rows) {
        writeRow(sheet, table, row, widths, x, () => {
          sheet.beginPage();
          sheet.canvas.artifact('Pagination', () => drawHeader(sheet, header, x, widths, true));
          ruleBelow(sheet, x, width, 0.9, palette.ink);
        });
      }
    });
    if (table.caption !== undefined) writeCaption(sheet, table.caption);
  });
}

interface SetHeader {
  readonly height: number;
  readonly titles: readonly { readonly lines: readonly string[]; readonly align: 'left' | 'right' }[];
}

function setHeader(sheet: Sheet, { columns }: TableModel, widths: readonly number[]): SetHeader {
  const titles = columns.map(({ title, align = 'left' }, index) => {
    const set = setText(sheet, title.toUpperCase(), typeScale.overline, (widths[index] ?? 0) - 2 * cellPadding.x + 0.01);
    if (set.cutsWord) throw new Error(`The header '${title}' does not fit its column of ${Math.floor(widths[index] ?? 0)} points without cutting a word; shorten it or widen the column.`);
    return { lines: set.lines, align };
  });
  return { titles, height: Math.max(...titles.map(({ lines }) => lines.length)) * typeScale.overline.leading + 8 };
}

function drawHeader(sheet: Sheet, { titles, height }: SetHeader, left: number, widths: readonly number[], repeated: boolean): void {
  let x = left;
  titles.forEach(({ lines, align }, index) => {
    const box = { x: x + cellPadding.x, y: sheet.y + height - 4 - lines.length * typeScale.overline.leading, width: (widths[index] ?? 0) - 2 * cellPadding.x, align };
    const draw = (): void => void placeLines(sheet, lines, typeScale.overline, palette.muted, box);
    if (repeated) draw();
    else {
      const cell = sheet.canvas.element('TH', { scope: 'Column' });
      cell.draw(draw);
      cell.end();
    }
    x += widths[index] ?? 0;
  });
  sheet.y += height;
}

function ruleBelow(sheet: Sheet, x: number, width: number, lineWidth: number, stroke: string): void {
  sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(x, sheet.y, x + width, sheet.y), { stroke, lineWidth }));
}
