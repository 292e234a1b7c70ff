import { fieldClaims, type FieldClaim } from './field-claims.js';
import { type InventoryRecord } from './inventory-fragment.js';

export interface SourcedRecord {
  readonly record: InventoryRecord;
  readonly source: number;
}

export interface SourcedClaim extends FieldClaim {
  readonly source: number;
}

/** What the sources state, field by field. */
export function claimsByPointer(records: readonly SourcedRecord[]): Map<string, SourcedClaim[]> {
  const byPointer = new Map<string, SourcedClaim[]>();
  for (const { record, source } of records) {
    for (const claim of fieldClaims(record)) {
      const claims = byPointer.get(claim.pointer);
      if (claims) claims.push({ ...claim, source });
      else byPointer.set(claim.pointer, [{ ...claim, source }]);
    }
  }
  return byPointer;
}
