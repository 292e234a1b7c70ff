import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { byId } from './by-id.js';
import { type CommonsContext } from './commons-context.js';
import { disputesOf } from './disputes-of.js';
import { type FleetOverview } from './fleet-overview.js';
import { groupedBy } from '../inventory/grouped-by.js';

/** Indexes once what is no deployment's, for all derivations at an instant; `overview` is of all deployments. */
export function openCommons({ organisation, providers, legalEntities, licences, models, lineage, weights, contradictions }: InventorySnapshot, reference: ReferenceFacts, asOf: string, overview: FleetOverview): CommonsContext {
  return {
    snapshot: { ...(organisation === undefined ? {} : { organisation }), legalEntities, providers, models, lineage },
    reference,
    asOf,
    providers: byId(providers),
    entities: byId(legalEntities),
    licences: byId(licences),
    models: byId(models),
    overview,
    uses: groupedBy(overview.uses.filter(({ retired }) => !retired), ({ model }) => model),
    parentEdges: groupedBy(lineage, (edge) => edge.child),
    weights: groupedBy(weights, (artefact) => artefact.model),
    disputes: disputesOf(contradictions),
    memory: new Map(),
    get commons() {
      return this;
    },
  };
}
