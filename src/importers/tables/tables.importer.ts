import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { nearestName } from '../../core/inventory/nearest-name.js';
import { nounSchemas } from '../../core/inventory/noun-schemas.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type Problem } from '../../core/inventory/problem.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { decodeText } from '../decode-text.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { inputCaps } from '../input-caps.js';
import { cellValue } from './cell-value.js';
import { kindOfTable, tableColumns } from './record-tables.js';

interface Row {
  readonly cells: readonly string[];
  /** Of the last line of the row, from 1. */
  readonly line: number;
}

/** What a column of a table says of each record. */
interface Field {
  readonly column: string;
  readonly known: boolean;
  readonly path: readonly string[];
  readonly pointer: string;
  readonly schema: unknown;
}

const mostRows = 100_000;
const mostProblems = 200;
const id = 'tables';

/** Reads tables of records in CSV, in the shape of the exported ones: a row for each record, a column for each field. Columns may be left out and stand in any order; an empty cell states nothing. */
export const tablesImporter: Importer = {
  id,
  title: 'CSV of records',
  recognises: (file) => {
    if (!/\.csv$/i.test(file.path)) return false;
    const columns = headerOf(headOf(file, 65_536));
    return columns.includes('id') && kindOfTable(file.path, columns) !== undefined;
  },
  import: (file) => {
    const decoded = decodeText(file.path, file.bytes, inputCaps.bytes);
    if ('problem' in decoded) return importResult(file, id, [], [decoded.problem]);
    const { rows, problem } = rowsOf(file.path, decoded.text);
    const [header, ...body] = rows;
    if (problem !== undefined) return importResult(file, id, [], [problem]);
    if (header === undefined || body.length === 0) return importResult(file, id, [], [{ file: file.path, line: 1, column: 1, code: 'no-facts', level: 'warning', message: 'the table has no rows, so it adds nothing to the inventory; write a row for each record' }]);
    const columns = header.cells.map((cell) => cell.trim());
    const kind = kindOfTable(file.path, columns);
    if (kind === undefined) return importResult(file, id, [], [{ file: file.path, line: 1, column: 1, code: 'unknown-table', message: 'the columns are those of no kind of record; name the file after its table, such as deployments.csv' }]);
    const problems = columnProblems(file.path, kind, columns);
    const seen = new Map<string, number>();
    const fields = fieldsOf(kind, columns);
    const records = body.flatMap((row) => recordOf(file.path, kind, fields, row, seen, problems));
    const more = problems.length - mostProblems;
    return importResult(file, id, records, more > 0 ? [...problems.slice(0, mostProblems), { file: file.path, code: 'more-problems', message: `${more} more things are wrong in this table; correct those named first` }] : problems);
  },
};

function headerOf(text: string): readonly string[] {
  const first = text.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? '';
  return first.split(delimiterOf(first)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** Spreadsheets of some countries part cells by semicolons, since the comma is their decimal sign. */
function delimiterOf(header: string): string {
  return [',', ';', '\t'].reduce((best, each) => (header.split(each).length > header.split(best).length ? each : best));
}

function rowsOf(path: string, text: string): { readonly rows: readonly Row[]; readonly problem?: Problem } {
  try {
    const delimiter = delimiterOf(text.split('\n', 1)[0] ?? '');
    const read = parse(text, { delimiter, info: true, relax_column_count_less: true, skip_records_with_empty_values: true, to: mostRows + 2, max_record_size: 1024 * 1024 }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    if (read.length > mostRows + 1) return { rows: [], problem: { file: path, code: 'too-many', message: `the table has more than ${mostRows} rows; split it` } };
    return { rows: read.map(({ record, info }) => ({ cells: record, line: info.lines })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as unknown as { readonly lines?: number }).lines ?? 1);
    return { rows: [], problem: { file: path, line, column: 1, code: 'csv-syntax', message: `the table cannot be read on from here (${error.code.toLowerCase().replaceAll('_', ' ')}); put cells with quotes, line ends or delimiters in quotes, and double the quotes inside` } };
  }
}

function columnProblems(file: string, kind: NounKind, columns: readonly string[]): Problem[] {
  const known = tableColumns(kind);
  return columns.flatMap((column, index): Problem[] => {
    const at = { file, line: 1, column: index + 1 };
    if (columns.indexOf(column) !== index && column !== '') return [{ ...at, code: 'duplicate-column', message: `the column '${column}' stands twice; keep one` }];
    if (known.includes(column)) return [];
    const near = nearestName(column, known);
    return [{ ...at, code: 'unknown-column', message: `the column '${column.slice(0, 100)}' is no field of ${kind}; ${near === undefined ? 'remove it' : `did you mean '${near}'?`}` }];
  });
}

function fieldsOf(kind: NounKind, columns: readonly string[]): readonly Field[] {
  const known = new Set(tableColumns(kind));
  return columns.map((column) => ({ column, known: known.has(column), path: column.split('.'), pointer: `/${column.replaceAll('.', '/')}`, schema: schemaAt(kind, column) }));
}

function recordOf(file: string, kind: NounKind, fields: readonly Field[], { cells, line }: Row, seen: Map<string, number>, problems: Problem[]): InventoryRecord[] {
  const value: Record<string, unknown> = {};
  const origins: Record<string, FactOrigin> = {};
  const before = problems.length;
  fields.forEach(({ column, known, path, pointer, schema }, index) => {
    const text = restored(cells[index] ?? '');
    if (text === '' || !known) return;
    const at = { file, line, column: index + 1 };
    if (text === 'contradicted') {
      problems.push({ ...at, code: 'contradicted-cell', level: 'warning', message: `'${column}' is what sources contradicted each other on when this table was written, so it states nothing; write the value that holds` });
      return;
    }
    const read = cellValue(schema, text);
    if ('expected' in read) problems.push({ ...at, code: 'wrong-type', message: `'${column}' is '${text.slice(0, 100)}'; write ${read.expected}` });
    else {
      place(value, path, read.value);
      origins[pointer] = { line, column: index + 1, confidence: 'declared' };
    }
  });
  const checked = nounSchemas[kind].safeParse(value);
  if (!checked.success && problems.length === before) problems.push(...rowProblems(file, line, fields.map(({ column }) => column), checked.error));
  if (!checked.success || problems.slice(before).some(({ level }) => level === undefined)) return [];
  const record: InventoryRecord = { kind, id: String(value['id']), value, origin: { line, column: 1, confidence: 'declared' }, origins };
  const key = recordKey(kind, record.id);
  const earlier = seen.get(key);
  if (earlier !== undefined) problems.push({ file, line, column: fields.findIndex(({ column }) => column === 'id') + 1, code: 'duplicate-id', message: `'${key}' already stands on line ${earlier}; give this one another id` });
  else seen.set(key, line);
  return earlier === undefined ? [record] : [];
}

function rowProblems(file: string, line: number, columns: readonly string[], error: z.ZodError): Problem[] {
  return error.issues.slice(0, 20).map((issue) => {
    const field = issue.path.filter((step) => typeof step === 'string').join('.');
    const index = columns.findIndex((column) => column !== '' && (field === column || field.startsWith(`${column}.`)));
    return { file, line, column: Math.max(index, 0) + 1, code: 'invalid-value', message: `'${field}': ${issue.message}${issue.message.includes('; ') ? '' : '; correct the cell'}` };
  });
}

/** The text of a cell before an apostrophe was put before it to keep spreadsheets from taking it for a formula. */
const restored = (cell: string): string => (/^'['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

function schemaAt(kind: NounKind, column: string): unknown {
  return column.split('.').reduce<unknown>((schema, name) => {
    let bare = schema;
    while (bare instanceof z.ZodOptional) bare = bare.unwrap();
    return bare instanceof z.ZodObject ? (bare.shape as Readonly<Record<string, unknown>>)[name] : undefined;
  }, nounSchemas[kind]);
}

function place(target: Record<string, unknown>, [name = '', ...deeper]: readonly string[], value: unknown): void {
  if (deeper.length === 0) target[name] = value;
  else place((target[name] ??= {}) as Record<string, unknown>, deeper, value);
}
