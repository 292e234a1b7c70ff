import { groupedBy } from '../inventory/grouped-by.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { byId } from './by-id.js';
import { type CommonsContext } from './commons-context.js';
import { disputesOf } from './disputes-of.js';
import { type ExposureContext } from './exposure-context.js';

/** The deployments of a snapshot, which has the same beside its deployments and flows as what is shared. */
export function exposePart(commons: CommonsContext, snapshot: InventorySnapshot): ExposureContext {
  return {
    ...commons,
    commons,
    snapshot,
    deployments: byId(snapshot.deployments),
    flows: groupedBy(snapshot.dataFlows, (flow) => flow.deployment),
    disputes: disputesOf(snapshot.contradictions),
    codeLookedThrough: snapshot.sources.some(({ importer }) => importer === 'code'),
  };
}
