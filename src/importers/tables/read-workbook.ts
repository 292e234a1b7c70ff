import { stringify } from 'csv-stringify/sync';
import { strFromU8, unzipSync, type Unzipped, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceText } from '../../core/inventory/source-text.js';

export interface Workbook {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const mostParts = 500;
const mostInflated = 128 * 2 ** 20;
const mostCells = 20;

/** The sheets of an Excel workbook as tables in CSV, `register.xlsx/deployments.csv` for its sheet `deployments`; row and line have the same number unless a cell has several lines. Formulas count as what they came to when the workbook was saved. */
export async function readWorkbook({ path, bytes }: Workbook): Promise<{ readonly files: readonly SourceText[]; readonly problems: readonly Problem[] }> {
  const opened = unpack(bytes);
  if (typeof opened === 'string') return { files: [], problems: [{ file: path, code: 'not-readable', message: opened }] };
  try {
    const sheets = await readXlsxFile(new Uint8Array(zipSync(opened, { level: 0 })).buffer, { trim: false, parseNumber: (text: string) => text });
    const files = sheets.filter(({ data }) => data.length > 0).map(({ sheet, data }) => ({ path: `${path}/${fileNameOf(sheet)}.csv`, content: stringify(data.map((row) => row.map(textOf))) }));
    const twice = files.find((file, index) => files.findIndex((other) => other.path === file.path) !== index);
    if (twice !== undefined) return { files: [], problems: [{ file: path, code: 'duplicate-sheet', message: `two sheets come to the table '${twice.path}'; give each a name of its own` }] };
    return { files, problems: cellsWithoutValue(path, opened) };
  } catch (error) {
    return { files: [], problems: [{ file: path, code: 'not-readable', message: `the workbook cannot be read (${error instanceof Error ? error.message.slice(0, 200) : 'no reason given'}); save it again as .xlsx, or export its sheets as CSV` }] };
  }
}

/** The parts of the workbook, or what is wrong with them. A part that comes out longer than it says is cut there, and so is not read on. */
function unpack(bytes: Uint8Array): Unzipped | string {
  let parts = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        size += originalSize;
        return parts <= mostParts && size <= mostInflated && /\.(xml|rels)$/i.test(name);
      },
    });
    if (parts > mostParts || size > mostInflated) return `the workbook has more than ${mostParts} parts, or unpacks to more than ${mostInflated / 2 ** 20} MiB; split it, or export its sheets as CSV`;
    return files;
  } catch {
    return 'the file is no workbook in the .xlsx format; save it as .xlsx, or export its sheets as CSV';
  }
}

/** The first cells that hold an error, or a formula that was never worked out: they would pass for empty ones. */
function cellsWithoutValue(file: string, parts: Unzipped): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, bytes] of Object.entries(parts).filter(([part]) => /(^|\/)worksheets\/[^/]+\.xml$/i.test(part)))
    for (const [, attributes = '', content = ''] of strFromU8(bytes).matchAll(/<(?:\w+:)?c\b([^<>]*[^<>/])>((?:(?!<\/(?:\w+:)?c>)[^])*)/g)) {
      if (problems.length === mostCells) return problems;
      const isWithout = /\bt\s*=\s*["']e["']/.test(attributes) || (/<(?:\w+:)?f\b/.test(content) && !/<(?:\w+:)?v>/.test(content));
      const cell = /\br\s*=\s*["'](\w{1,12})["']/.exec(attributes)?.[1] ?? 'a cell';
      if (isWithout) problems.push({ file, code: 'cell-error', message: `${cell} in ${name} holds an error, or a formula that was never worked out; correct it, let the program that shows the workbook calculate, and save it again` });
    }
  return problems;
}

/** A sheet's name as a part of a path. */
const fileNameOf = (sheet: string): string => sheet.replace(/[\\/\p{Cc}]|^\.+$/gu, '_').slice(0, 100);

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace('T00:00:00.000Z', '');
  const text = typeof cell === 'string' ? cell : typeof cell === 'boolean' ? String(cell) : '';
  // Tables in CSV have an apostrophe before what a spreadsheet would take for a formula; one that belongs to the text is kept by another.
  return /^'['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
