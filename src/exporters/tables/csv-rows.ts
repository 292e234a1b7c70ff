import { stringify } from 'csv-stringify/sync';
import { neutralCell } from './neutral-cell.js';

/** Rows of a table as CSV (RFC 4180): every cell quoted, lines ended by CR LF, formulas neutralised. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => row.map(neutralCell)), { quoted: true, quoted_empty: true, record_delimiter: '\r\n' });
}
