import { type InventoryRecord } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { recordKey } from '../core/inventory/record-key.js';
import { type SourceFile } from '../core/inventory/source-file.js';
import { type ImportResult } from './importer.js';

/** What an importer hands over: a record stated twice alike counts once, and a problem found twice is told once. */
export function importResult(file: SourceFile, importer: string, records: readonly InventoryRecord[], problems: readonly Problem[], effective?: string): ImportResult {
  const distinct = new Map(records.map((record) => [`${recordKey(record.kind, record.id)}\n${JSON.stringify(record.value)}`, record]));
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { fragment: { source: { path: file.path, sha256: file.sha256, importer, ...(effective === undefined ? {} : { effective }) }, records: [...distinct.values()] }, problems: [...told.values()] };
}
