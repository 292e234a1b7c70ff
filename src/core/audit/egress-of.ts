import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type EgressOfResult } from './audit-result.js';

/** Every flow of the inventory with the countries it reaches. */
export function egressOf(snapshot: InventorySnapshot): EgressOfResult[] {
  return snapshot.dataFlows.map((flow) => ({
    flow: flow.id,
    stage: flow.stage ?? null,
    from: flow.from ?? flow.deployment ?? 'unknown',
    to: flow.to ?? 'unknown',
    countries: [...new Set([...(flow.processingCountries ?? []), ...(flow.storageCountries ?? []), ...(flow.accessCountries ?? [])])].sort(byCodeUnit),
  }));
}
