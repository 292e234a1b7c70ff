import { byCodeUnit } from '../inventory/by-code-unit.js';
import { canonicalJson } from '../inventory/canonical-json.js';
import { type InventoryFragment } from '../inventory/inventory-fragment.js';
import { recordKey } from '../inventory/record-key.js';
import { type RegisterRecord } from './register-record.js';
import { type RegisterSource } from './register-source.js';
import { type RegisterStatement } from './register-statement.js';

export interface TakenApart {
  /** By key, in the order of the keys. */
  readonly records: ReadonlyMap<string, RegisterRecord>;
  readonly sources: readonly RegisterSource[];
}

/** What importers read, gathered by the record it is about. `putTogether` gives the same inventory back. */
export function takeApart(fragments: readonly InventoryFragment[]): TakenApart {
  const records = new Map<string, RegisterRecord & { readonly statements: RegisterStatement[] }>();
  const sources: RegisterSource[] = [];
  for (const { fragment, number } of numbered(fragments)) {
    const { path, importer } = fragment.source;
    sources.push({ ...fragment.source, fragment: number });
    fragment.records.forEach(({ kind, id, value, origin, origins }, position) => {
      const key = recordKey(kind, id);
      const record = records.get(key) ?? { kind, id, statements: [] };
      record.statements.push({ path, importer, fragment: number, position, value, origin, origins });
      records.set(key, record);
    });
  }
  return { records: new Map([...records].sort(([a], [b]) => byCodeUnit(a, b))), sources };
}

/** Fragments in the order of their sources; those of one source are told apart by what they say, and one given twice counts once. */
function numbered(fragments: readonly InventoryFragment[]): { readonly fragment: InventoryFragment; readonly number: number }[] {
  const bySource = new Map<string, InventoryFragment[]>();
  for (const fragment of fragments) {
    const identity = `${fragment.source.path}\n${fragment.source.importer}`;
    bySource.set(identity, [...(bySource.get(identity) ?? []), fragment]);
  }
  return [...bySource].sort(([a], [b]) => byCodeUnit(a, b)).flatMap(([, same]) => {
    if (same.length === 1) return same.map((fragment) => ({ fragment, number: 0 }));
    const byContent = new Map(same.map((fragment) => [canonicalJson(fragment.records), fragment]));
    return [...byContent].sort(([a], [b]) => byCodeUnit(a, b)).map(([, fragment], number) => ({ fragment, number }));
  });
}
