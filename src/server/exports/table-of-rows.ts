import { cellText } from '../../exporters/tables/cell-text.js';

type Row = Readonly<Record<string, unknown>>;

/** Name of the last column of a table whose other columns do not show everything. */
const restColumn = 'more';
const deepest = 3;

/** Fields of rows as columns, in the order in which they first appear; a field of an object within is `outer.inner`. */
export function columnsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => [...fieldsOf(row).keys()]))];
}

/** The cells of a row below these columns, and what has no column as JSON under `more`, so that nothing is left out. */
export function cellsOf(row: Row, columns: readonly string[]): readonly string[] {
  const fields = fieldsOf(row);
  const rest = [...fields].filter(([name, value]) => !columns.includes(name) && value !== null && value !== undefined);
  return [...columns.map((name) => cellText(fields.get(name))), rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest))];
}

export const withRest = (columns: readonly string[]): readonly string[] => [...columns, restColumn];

function fieldsOf(row: Row, before = '', depth = 1): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(row).flatMap(([name, value]): (readonly [string, unknown])[] => {
      const path = before + name;
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isObject && depth < deepest && Object.keys(value).length > 0 ? [...fieldsOf(value as Row, `${path}.`, depth + 1)] : [[path, value]];
    }),
  );
}
