import { csvRows } from './csv-rows.js';
import { type Table } from './table.js';

/** A table as CSV in UTF-8, its columns in the first line. */
export function toCsv({ columns, rows }: Table): string {
  return csvRows([columns, ...rows]);
}
