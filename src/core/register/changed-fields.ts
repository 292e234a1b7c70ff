import { canonicalJson } from '../inventory/canonical-json.js';
import { fieldClaims } from '../inventory/field-claims.js';
import { type ChangedField } from './changed-field.js';

type Value = Readonly<Record<string, unknown>>;

/** What differs between two states of a record, in the order of the pointers of the later one. */
export function changedFields(before: Value, after: Value): readonly ChangedField[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((pointer) => canonicalJson(was.get(pointer) ?? null) !== canonicalJson(is.get(pointer) ?? null))
    .map((pointer) => ({ pointer, ...(was.has(pointer) ? { before: was.get(pointer) } : {}), ...(is.has(pointer) ? { after: is.get(pointer) } : {}) }));
}

const fieldsOf = (value: Value): ReadonlyMap<string, unknown> => new Map(fieldClaims({ kind: 'model', id: '', value, origin: { confidence: 'declared' }, origins: {} }).map((claim) => [claim.pointer, claim.value]));
