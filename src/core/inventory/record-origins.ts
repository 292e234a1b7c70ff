import { fieldClaims } from './field-claims.js';
import { type FieldOrigin } from './inventory-snapshot.js';
import { claimsByPointer, type SourcedRecord } from './sourced-claims.js';

/** Where each field of a record, by JSON pointer, is stated. Claims of fields in `disputed` are shown as contradicted. */
export function recordOrigins(records: readonly SourcedRecord[], disputed: ReadonlySet<string>): ReadonlyMap<string, readonly FieldOrigin[]> {
  const [only, ...others] = records;
  if (only !== undefined && others.length === 0 && disputed.size === 0) return originsOfOne(only);
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

/** As of several: where a field has an origin of its own, its claim has the same. */
function originsOfOne({ record: given, source }: SourcedRecord): ReadonlyMap<string, readonly FieldOrigin[]> {
  // Of the register, origins are unpacked whenever they are asked for.
  const record = { ...given };
  const origins = new Map<string, readonly FieldOrigin[]>([['', [{ ...record.origin, source }]]]);
  for (const [pointer, origin] of Object.entries(record.origins)) origins.set(pointer, [...(pointer === '' ? (origins.get('') ?? []) : []), { ...origin, source }]);
  for (const { pointer, origin } of fieldClaims(record)) if (!origins.has(pointer)) origins.set(pointer, [{ ...origin, source }]);
  return origins;
}
