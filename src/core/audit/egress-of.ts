import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type EgressOfResult } from './audit-result.js';

/** Every flow of the inventory, or of the subjects with these keys, with the countries it reaches. */
export function egressOf(snapshot: InventorySnapshot, subjects?: ReadonlySet<string>): EgressOfResult[] {
  return snapshot.dataFlows.filter(({ id, deployment }) => subjects === undefined || subjects.has(recordKey('dataFlow', id)) || (deployment !== undefined && subjects.has(recordKey('deployment', deployment)))).map((flow) => ({
    flow: flow.id,
    stage: flow.stage ?? null,
    from: flow.from ?? flow.deployment ?? 'unknown',
    to: flow.to ?? 'unknown',
    countries: [...new Set([...(flow.processingCountries ?? []), ...(flow.storageCountries ?? []), ...(flow.accessCountries ?? [])])].sort(byCodeUnit),
  }));
}
