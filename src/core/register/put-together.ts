import { type InventoryFragment, type InventoryRecord } from '../inventory/inventory-fragment.js';
import { type RegisterRecord } from './register-record.js';
import { type RegisterSource } from './register-source.js';

const sourceKey = ({ path, importer, fragment }: { readonly path: string; readonly importer: string; readonly fragment: number }): string => `${path}\n${importer}\n${fragment}`;

/**
 * What the sources of a register say, as importers would give it: joined, the same inventory with the same digest.
 *
 * @throws Error where a statement names a source that is not given
 */
export function putTogether(records: Iterable<RegisterRecord>, sources: readonly RegisterSource[]): readonly InventoryFragment[] {
  const placed = new Map(sources.map((source) => [sourceKey(source), { source, records: [] as (readonly [number, InventoryRecord])[] }]));
  for (const { kind, id, statements } of records) {
    for (const statement of statements) {
      const at = placed.get(sourceKey(statement));
      if (at === undefined) throw new Error(`${kind} ${id}: its source ${statement.path} is not in the register`);
      at.records.push([statement.position, recordOf(kind, id, statement)]);
    }
  }
  return [...placed.values()].map(({ source: { fragment: _number, ...source }, records: inFragment }) => ({ source, records: inFragment.sort(([a], [b]) => a - b).map(([, record]) => record) }));
}

/** Origins stay with the statement until they are asked for. */
function recordOf(kind: InventoryRecord['kind'], id: string, statement: RegisterRecord['statements'][number]): InventoryRecord {
  return {
    kind,
    id,
    value: statement.value,
    origin: statement.origin,
    get origins() {
      return statement.origins;
    },
  };
}
