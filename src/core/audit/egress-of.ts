import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type EgressOfResult } from './audit-result.js';

/** Every flow that is wanted with the countries it reaches, in the order of the deployments whose they are, those of no recorded deployment last, then of the flows. */
export function egressOf({ deployments, dataFlows }: Pick<InventorySnapshot, 'deployments' | 'dataFlows'>, isWanted: (deployment: string | undefined, flow: string) => boolean): EgressOfResult[] {
  const recorded = new Set(deployments.map(({ id }) => id));
  const placeOf = (deployment: string | undefined): string | undefined => (deployment !== undefined && recorded.has(deployment) ? deployment : undefined);
  return dataFlows
    .filter(({ id, deployment }) => isWanted(deployment, id))
    .sort((a, b) => byPlace(placeOf(a.deployment), placeOf(b.deployment)) || byCodeUnit(a.id, b.id))
    .map((flow) => ({
      flow: flow.id,
      stage: flow.stage ?? null,
      from: flow.from ?? flow.deployment ?? 'unknown',
      to: flow.to ?? 'unknown',
      countries: [...new Set([...(flow.processingCountries ?? []), ...(flow.storageCountries ?? []), ...(flow.accessCountries ?? [])])].sort(byCodeUnit),
    }));
}

function byPlace(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : byCodeUnit(a, b);
}
