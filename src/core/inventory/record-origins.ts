import { type FieldOrigin } from './inventory-snapshot.js';
import { claimsByPointer, type SourcedRecord } from './sourced-claims.js';

/** Where each field of a record, by JSON pointer, is stated. Claims of fields in `disputed` are shown as contradicted. */
export function recordOrigins(records: readonly SourcedRecord[], disputed: ReadonlySet<string>): ReadonlyMap<string, readonly FieldOrigin[]> {
  const origins = new Map<string, FieldOrigin[]>([['', records.map(({ record, source }) => ({ ...record.origin, source }))]]);
  for (const { record, source } of records) {
    for (const [pointer, origin] of Object.entries(record.origins)) {
      const known = origins.get(pointer);
      if (known) known.push({ ...origin, source });
      else origins.set(pointer, [{ ...origin, source }]);
    }
  }
  for (const [pointer, claims] of claimsByPointer(records)) {
    origins.set(pointer, claims.map(({ origin, source }) => ({ ...origin, ...(disputed.has(pointer) ? { confidence: 'contradicted' as const } : {}), source })));
  }
  return origins;
}
