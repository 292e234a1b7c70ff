import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type ExposureContext } from './exposure-context.js';
import { type FleetOverview, overlookSnapshot } from './fleet-overview.js';

/** Indexes an inventory once for all derivations at an instant. Where it is a part of a larger one, `overview` is of the larger. */
export function openExposure(snapshot: InventorySnapshot, reference: ReferenceFacts, asOf: string, overview: FleetOverview = overlookSnapshot(snapshot)): ExposureContext {
  return {
    snapshot,
    reference,
    asOf,
    providers: byId(snapshot.providers),
    entities: byId(snapshot.legalEntities),
    licences: byId(snapshot.licences),
    models: byId(snapshot.models),
    deployments: byId(snapshot.deployments),
    overview,
    uses: grouped(overview.uses.filter(({ retired }) => !retired), ({ model }) => model),
    parentEdges: grouped(snapshot.lineage, (edge) => edge.child),
    weights: grouped(snapshot.weights, (artefact) => artefact.model),
    flows: grouped(snapshot.dataFlows, (flow) => flow.deployment),
    disputes: disputesOf(snapshot),
    memory: new Map(),
  };
}

function byId<Record extends { readonly id: string }>(records: readonly Record[]): ReadonlyMap<string, Record> {
  return new Map(records.map((record) => [record.id, record]));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function disputesOf(snapshot: InventorySnapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const disputes = new Map<string, Set<string>>();
  for (const { record, pointer, decided } of snapshot.contradictions) {
    if (decided) continue;
    disputes.set(record, (disputes.get(record) ?? new Set()).add(pointer));
  }
  return disputes;
}
