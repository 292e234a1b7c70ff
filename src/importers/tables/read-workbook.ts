import { stringify } from 'csv-stringify/sync';
import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceText } from '../../core/inventory/source-text.js';

export interface Workbook {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const mostParts = 500;
const mostInflated = 128 * 2 ** 20;

/** The sheets of an Excel workbook as tables in CSV, `register.xlsx/deployments.csv` for its sheet `deployments`; row and line have the same number unless a cell has several lines. Formulas count as what they came to when the workbook was saved. */
export async function readWorkbook({ path, bytes }: Workbook): Promise<{ readonly files: readonly SourceText[]; readonly problems: readonly Problem[] }> {
  const opened = unpack(bytes);
  if (typeof opened === 'string') return { files: [], problems: [{ file: path, code: 'not-readable', message: opened }] };
  try {
    const sheets = await readXlsxFile(opened.buffer, { trim: false, parseNumber: (text: string) => text });
    return { files: sheets.filter(({ data }) => data.length > 0).map(({ sheet, data }) => ({ path: `${path}/${fileNameOf(sheet)}.csv`, content: stringify(data.map((row) => row.map(textOf))) })), problems: [] };
  } catch (error) {
    return { files: [], problems: [{ file: path, code: 'not-readable', message: `the workbook cannot be read (${error instanceof Error ? error.message.slice(0, 200) : 'no reason given'}); save it again as .xlsx, or export its sheets as CSV` }] };
  }
}

/** The parts of the workbook packed anew without compression, or what is wrong with them. A part that comes out longer than it says is cut there, and so is not read on. */
function unpack(bytes: Uint8Array): Uint8Array<ArrayBuffer> | string {
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
    return new Uint8Array(zipSync(files, { level: 0 }));
  } catch {
    return 'the file is no workbook in the .xlsx format; save it as .xlsx, or export its sheets as CSV';
  }
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
