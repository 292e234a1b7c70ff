import { type FactOrigin } from './fact-origin.js';
import { type InventoryRecord } from './inventory-fragment.js';

export interface FieldClaim {
  readonly pointer: string;
  readonly value: unknown;
  readonly origin: FactOrigin;
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Origin of the field at `pointer`: its own, or that of the nearest field above it, or that of the record. */
function originAt(origins: InventoryRecord['origins'], record: FactOrigin, pointer: string): FactOrigin {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (Object.hasOwn(origins, at)) return origins[at] ?? record;
  }
  return record;
}

/** What a record states, field by field: objects are taken apart, lists and plain values are one statement each. */
export function fieldClaims({ value: stated, origin, origins }: InventoryRecord): FieldClaim[] {
  const claims: FieldClaim[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (value === undefined || value === null) return;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, member] of Object.entries(value)) visit(member, `${pointer}/${escapeKey(key)}`);
    } else claims.push({ pointer, value, origin: originAt(origins, origin, pointer) });
  };
  visit(stated, '');
  return claims;
}
