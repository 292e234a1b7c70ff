import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { type Problem } from '../../src/core/inventory/problem.js';
import { importers } from '../../src/importers/registry.js';
import { importSources } from '../../src/importers/import-sources.js';
import { cpuTimeOf } from '../cpu-time-of.js';
import { specimens } from './specimens.js';

export interface Imported {
  readonly problems: readonly Problem[];
  readonly records: readonly InventoryRecord[];
  /** Of computing. */
  readonly milliseconds: number;
}

/** Milliseconds of computing above which an import is measured again. */
const enough = 500;

const importerOf = new Map(specimens.map(({ path, text }) => [path, importers.find((importer) => importer.recognises({ path, bytes: new TextEncoder().encode(text), sha256: '' }))]));

/**
 * What the importer of a specimen makes of other bytes under its path, whether or not it would have recognised them, and what all importers together do.
 * Holds every time: a problem bears a reason and a remedy; a file without facts bears a problem; no prototype is touched; the facts make a snapshot.
 */
export function importBytes(path: string, bytes: Uint8Array): Imported {
  const file = { path, bytes, sha256: sha256Of(String(bytes.byteLength)) };
  const importer = importerOf.get(path);
  if (importer === undefined) throw new Error(`no importer for ${path}`);
  const { answer: { fragment, problems }, milliseconds } = cpuTimeOf(enough, () => importer.import(file, {}));
  const together = importSources([file]);
  assembleSnapshot([fragment], '2026-11-23');
  assembleSnapshot(together.fragments, '2026-11-23');
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  if (fragment.records.length === 0) expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem.file).toBe(path);
    expect(problem.message).toMatch(/; /);
    expect(problem.message.length).toBeLessThan(4_000);
    if (problem.code !== 'too-large') expect(problem.line).toBeGreaterThan(0);
  }
  return { problems, records: fragment.records, milliseconds };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
