import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type ExposureContext } from './exposure-context.js';

/** Indexes an inventory once for all derivations at an instant. */
export function openExposure(snapshot: InventorySnapshot, reference: ReferenceFacts, asOf: string): ExposureContext {
  return {
    snapshot,
    reference,
    asOf,
    providers: byId(snapshot.providers),
    entities: byId(snapshot.legalEntities),
    licences: byId(snapshot.licences),
    models: byId(snapshot.models),
    deployments: byId(snapshot.deployments),
    uses: grouped(snapshot.deployments.filter(({ status }) => status !== 'retired'), (deployment) => deployment.model),
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
