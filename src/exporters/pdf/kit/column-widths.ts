import { cellPadding } from './cell-padding.js';
import { piecesOf } from './pieces-of.js';
import { type Sheet } from './sheet.js';
import { type TableModel } from './table-model.js';
import { typeScale } from './type-scale.js';

/**
 * Widths of the columns of a table. Words of headers and cells that must stay whole are never cut: those columns take what they need, the others share the rest.
 * Throws where the headers alone are wider than the table.
 */
export function columnWidths(sheet: Sheet, { columns, rows }: TableModel, total: number): readonly number[] {
  const headers = columns.map(({ title }) => widest(sheet, title.toUpperCase().split(' '), typeScale.overline) + 2 * cellPadding.x);
  if (sum(headers) > total + 0.5) {
    throw new Error(`The columns '${columns.map(({ title }) => title).join("', '")}' need ${Math.ceil(sum(headers))} points and have ${Math.floor(total)}; give the table fewer columns or shorter headers.`);
  }
  const wanted = columns.map((column, index) => {
    const style = column.style ?? typeScale.cell;
    const cells = rows.slice(0, 400).map(({ cells: row }) => row[index]).filter((cell) => cell !== undefined);
    const words = cells.map(({ text, severity, outcome, strong }) => {
      const mark = severity !== undefined || outcome !== undefined ? cellPadding.mark : 0;
      const face = strong === true || severity !== undefined ? typeScale.cellStrong : style;
      return mark + widest(sheet, column.whole === true ? text.split('\n') : piecesOf(text), face);
    });
    const cap = column.whole === true ? total / 3 : 96;
    return Math.max(headers[index] ?? 0, Math.min(cap, Math.max(0, ...words)) + 2 * cellPadding.x + 0.5);
  });
  const minimum = sum(wanted) <= total ? wanted : squeeze(headers, wanted, total);
  return spread(minimum, columns.map(({ share }) => share), total);
}

/** Between what headers need and what cells want, as much as there is room for. */
function squeeze(headers: readonly number[], wanted: readonly number[], total: number): number[] {
  const room = total - sum(headers);
  const wish = sum(wanted) - sum(headers);
  return headers.map((header, index) => header + ((wanted[index] ?? header) - header) * (room / wish));
}

/** Gives every column its share, but none less than its minimum. */
function spread(minimum: readonly number[], shares: readonly number[], total: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = total - sum(minimum.filter((_, index) => fixed.has(index)));
    const parts = sum(shares.filter((_, index) => !fixed.has(index)));
    const widths = shares.map((share, index) => (fixed.has(index) ? (minimum[index] ?? 0) : (free * share) / parts));
    const short = widths.findIndex((width, index) => !fixed.has(index) && width < (minimum[index] ?? 0) - 0.001);
    if (short < 0) return widths;
    fixed.add(short);
  }
}

function widest(sheet: Sheet, words: readonly string[], style: Parameters<Sheet['widthOf']>[1]): number {
  return words.reduce((width, word) => Math.max(width, sheet.widthOf(word.trimEnd(), style)), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
