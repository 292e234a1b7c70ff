import { cellPadding } from './cell-padding.js';
import { type OpenElement } from './canvas.js';
import { grid } from './grid.js';
import { outcomeMark } from './outcome-mark.js';
import { palette } from './palette.js';
import { placeLines } from './place-lines.js';
import { setText } from './set-text.js';
import { severityMark } from './severity-mark.js';
import { shapePath } from './shape-path.js';
import { type Sheet } from './sheet.js';
import { type TableCell, type TableColumn, type TableModel, type TableRow } from './table-model.js';
import { type TextStyle } from './text-style.js';
import { typeScale } from './type-scale.js';

interface SetCell {
  readonly cell: TableCell;
  readonly style: TextStyle;
  readonly colour: string;
  readonly lines: readonly string[];
  readonly indent: number;
  readonly align: 'left' | 'right';
}

export interface SetRow {
  readonly cells: readonly SetCell[];
  readonly height: number;
}

/** Sets the cells of a row in their columns, to learn its height. */
export function setRow(sheet: Sheet, { columns }: TableModel, row: TableRow, widths: readonly number[]): SetRow {
  const cells = columns.map((column, index): SetCell => {
    const cell = row.cells[index] ?? { text: '' };
    const { style, colour } = lookOf(cell, column, index);
    const indent = cell.severity !== undefined || cell.outcome !== undefined ? cellPadding.mark : 0;
    const { lines } = setText(sheet, cell.text, style, (widths[index] ?? 0) - 2 * cellPadding.x - indent + 0.01);
    return { cell, style, colour, lines, indent, align: column.align ?? 'left' };
  });
  return { cells, height: Math.max(...cells.map(({ lines, style }) => lines.length * style.leading)) + 2 * cellPadding.y };
}

function lookOf(cell: TableCell, column: TableColumn, index: number): { readonly style: TextStyle; readonly colour: string } {
  if (cell.severity !== undefined) return { style: typeScale.cellStrong, colour: palette[cell.severity] };
  if (cell.link !== undefined) return { style: column.style ?? typeScale.cell, colour: palette.home };
  return { style: cell.strong === true ? typeScale.cellStrong : (column.style ?? typeScale.cell), colour: index === 0 || cell.strong === true ? palette.ink : palette.text };
}

/** Writes a row; one that is higher than a page goes on over the page, cell by cell. */
export function writeRow(sheet: Sheet, table: TableModel, row: TableRow, widths: readonly number[], x: number, breakPage: () => void): void {
  const { cells, height } = setRow(sheet, table, row, widths);
  const width = widths.reduce((sum, each) => sum + each, 0);
  if (height > sheet.room() && (height <= grid.bottom - grid.top - 60 || sheet.room() < 120)) breakPage();
  if (row.id !== undefined) sheet.mark(row.id);
  sheet.canvas.group('TR', {}, () => {
    const elements = cells.map((_, index) => (index === 0 ? sheet.canvas.element('TH', { scope: 'Row' }) : sheet.canvas.element('TD')));
    let left = cells;
    for (let first = true; ; first = false) {
      const part = takeLines(left, sheet.room());
      const top = sheet.y;
      if (row.tint !== undefined) sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.rectangle(x, top, width, part.height), { fill: row.tint ?? palette.tint }));
      drawCells(sheet, table, part.taken, elements, widths, x, first);
      sheet.y = top + part.height;
      sheet.canvas.artifact('Layout', () => sheet.canvas.path(shapePath.line(x, sheet.y, x + width, sheet.y), { stroke: palette.rule, lineWidth: 0.4 }));
      left = part.left;
      if (left.every(({ lines }) => lines.length === 0)) break;
      breakPage();
    }
    for (const element of elements) element.end();
  });
}

/** The lines of each cell that fit into `room` points, and those left for the next page. */
function takeLines(cells: readonly SetCell[], room: number): { readonly taken: readonly SetCell[]; readonly left: readonly SetCell[]; readonly height: number } {
  const fits = ({ style }: SetCell): number => Math.max(1, Math.floor((room - 2 * cellPadding.y + 0.01) / style.leading));
  const taken = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits(cell)) }));
  const left = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(fits(cell)) }));
  return { taken, left, height: Math.max(...taken.map(({ lines, style }) => lines.length * style.leading)) + 2 * cellPadding.y };
}

function drawCells(sheet: Sheet, table: TableModel, cells: readonly SetCell[], elements: readonly OpenElement[], widths: readonly number[], left: number, first: boolean): void {
  let x = left;
  cells.forEach(({ cell, lines, style, colour, indent, align }, index) => {
    const box = { x: x + cellPadding.x + indent, y: sheet.y + cellPadding.y, width: (widths[index] ?? 0) - 2 * cellPadding.x - indent, align };
    const draw = (): void => {
      const middle = sheet.y + cellPadding.y + style.leading / 2;
      if (first && cell.severity !== undefined) severityMark(sheet, cell.severity, x + cellPadding.x + 4.5, middle, 4);
      if (first && cell.outcome !== undefined) outcomeMark(sheet, cell.outcome, x + cellPadding.x + 4.5, middle, 4);
      placeLines(sheet, lines, style, colour, box);
    };
    const element = elements[index];
    if (cell.link !== undefined && sheet.plan.pageOf.has(cell.link) && lines.length > 0) {
      element?.link(cell.link, table.goTo(cell.text), { x: box.x, y: box.y, width: box.width, height: lines.length * style.leading }, draw);
    } else element?.draw(draw);
    x += widths[index] ?? 0;
  });
}
