import { stringify } from 'csv-stringify/sync';
import { neutralCell } from './neutral-cell.js';
import { type Table } from './table.js';

/** A table as CSV (RFC 4180) in UTF-8: every cell quoted, lines ended by CR LF, formulas neutralised. */
export function toCsv({ columns, rows }: Table): string {
  return stringify([columns, ...rows].map((row) => row.map(neutralCell)), { quoted: true, quoted_empty: true, record_delimiter: '\r\n' });
}
