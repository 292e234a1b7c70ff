import { type InventorySnapshot } from './inventory-snapshot.js';
import { type NounKind } from './noun-kind.js';
import { recordKey } from './record-key.js';

export interface InventoryEntry {
  readonly kind: NounKind;
  /** Such as `deployment/claims`. */
  readonly key: string;
  readonly record: { readonly id: string };
}

/** Every record of an inventory with its kind and key, kind after kind. */
export function inventoryEntries(snapshot: InventorySnapshot): InventoryEntry[] {
  const { organisation, legalEntities, providers, licences, models, weights, lineage, deployments, dataFlows } = snapshot;
  const lists: readonly (readonly [NounKind, readonly { readonly id: string }[]])[] = [
    ['organisation', organisation === undefined ? [] : [organisation]],
    ['legalEntity', legalEntities],
    ['provider', providers],
    ['licence', licences],
    ['model', models],
    ['weightArtefact', weights],
    ['lineageEdge', lineage],
    ['deployment', deployments],
    ['dataFlow', dataFlows],
  ];
  return lists.flatMap(([kind, records]) => records.map((record) => ({ kind, key: recordKey(kind, record.id), record })));
}
