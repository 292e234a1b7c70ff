import { recordKey } from '../inventory/record-key.js';
import { type FleetOverview, overlookSnapshot } from './fleet-overview.js';
import { modelsInScope } from './models-in-scope.js';
import { type ScopedInventory } from './scoped-inventory.js';

/** Keys of everything that is judged; where the snapshot is a part of a larger inventory, whose `overview` is given, of what it holds of it: the organisation, deployments in use, flows of no recorded deployment, models. */
export function subjectsInScope(snapshot: ScopedInventory, overview: FleetOverview = overlookSnapshot(snapshot)): ReadonlySet<string> {
  const { organisation, deployments, dataFlows } = snapshot;
  const recorded = new Set(deployments.map(({ id }) => id));
  return new Set([
    ...(organisation === undefined ? [] : [recordKey('organisation', organisation.id)]),
    ...deployments.filter(({ status }) => status !== 'retired').map(({ id }) => recordKey('deployment', id)),
    ...dataFlows.filter(({ deployment }) => deployment === undefined || !recorded.has(deployment)).map(({ id }) => recordKey('dataFlow', id)),
    ...modelsInScope(snapshot, overview).map((id) => recordKey('model', id)),
  ]);
}
