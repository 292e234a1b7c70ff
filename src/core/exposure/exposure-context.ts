import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type LegalEntity } from '../inventory/legal-entity.js';
import { type Licence } from '../inventory/licence.js';
import { type LineageEdge } from '../inventory/lineage-edge.js';
import { type Model } from '../inventory/model.js';
import { type Provider } from '../inventory/provider.js';
import { type WeightArtefact } from '../inventory/weight-artefact.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type FleetOverview, type ModelUse } from './fleet-overview.js';

/** An inventory and the facts, indexed for the walks that derive what rules see, judged at one instant. */
export interface ExposureContext {
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly entities: ReadonlyMap<string, LegalEntity>;
  readonly licences: ReadonlyMap<string, Licence>;
  readonly models: ReadonlyMap<string, Model>;
  readonly deployments: ReadonlyMap<string, Deployment>;
  readonly overview: FleetOverview;
  /** How deployments in scope use a model, by its id. */
  readonly uses: ReadonlyMap<string, readonly ModelUse[]>;
  readonly parentEdges: ReadonlyMap<string, readonly LineageEdge[]>;
  readonly weights: ReadonlyMap<string, readonly WeightArtefact[]>;
  readonly flows: ReadonlyMap<string, readonly DataFlow[]>;
  /** JSON pointers on which sources contradict each other with no side chosen, by record key. */
  readonly disputes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Results by what was asked, so that ten thousand deployments share what is said of one provider. */
  readonly memory: Map<string, unknown>;
}
