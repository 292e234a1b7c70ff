import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeXlsxFile, { type Sheet } from 'write-excel-file/node';
import { type Table } from './table.js';

/** What a sheet and a cell of Excel can hold, the header row aside. */
const mostRows = 1_048_575;
const longestCell = 32_767;

/** The one instant that every file in a workbook bears, in local time as ZIP has it, so that the same tables give the same bytes. */
const fileTime = new Date(1980, 0, 1);

/** Tables as one workbook, a sheet for each. Every cell is text, so that nothing is taken for a number, a date or a formula. A table too long for a sheet goes on in the next. */
export async function toXlsx(tables: readonly Table[], rowsOfSheet = mostRows): Promise<Uint8Array> {
  const bytes = await writeXlsxFile(tables.flatMap((table) => sheetsOf(table, rowsOfSheet))).toBuffer();
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) files[name] = [content, { mtime: fileTime }];
  return zipSync(files);
}

function sheetsOf({ name, columns, rows }: Table, rowsOfSheet: number): Sheet<never>[] {
  const header = columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const }));
  const parts = Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsOfSheet)) }, (_, part) => rows.slice(part * rowsOfSheet, (part + 1) * rowsOfSheet));
  return parts.map((part, index) => ({
    sheet: index === 0 ? name : `${name} ${index + 1}`,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: Math.min(40, Math.max(12, column.length + 2)) })),
    data: [header, ...part.map((row) => row.map((text) => (text === '' ? null : { value: cell(text), type: String, format: '@' })))],
  }));
}

/** As OOXML has it: CR as `_x000D_`, and what only looks like such an escape escaped itself; what XML has no place for as its code. A text that no cell holds is cut, and says so. */
function cell(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_').replace(/\p{Noncharacter_Code_Point}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
  // The library looks texts up in a plain object, where those of its prototype are never new.
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`;
  if (escaped.length <= longestCell) return escaped;
  const note = ` … (cut: ${text.length} characters)`;
  return `${escaped.slice(0, longestCell - note.length).replace(/[\ud800-\udbff]$|_(?:x[0-9A-Fa-f]{0,4})?$/, '')}${note}`;
}
