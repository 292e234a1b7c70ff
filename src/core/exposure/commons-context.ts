import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type LegalEntity } from '../inventory/legal-entity.js';
import { type Licence } from '../inventory/licence.js';
import { type LineageEdge } from '../inventory/lineage-edge.js';
import { type Model } from '../inventory/model.js';
import { type Provider } from '../inventory/provider.js';
import { type WeightArtefact } from '../inventory/weight-artefact.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type FleetOverview, type ModelUse } from './fleet-overview.js';

/** What all deployments of an inventory share, and the facts, indexed for the walks that derive what rules see, judged at one instant. */
export interface CommonsContext {
  readonly snapshot: Pick<InventorySnapshot, 'organisation' | 'legalEntities' | 'providers' | 'models' | 'lineage'>;
  readonly reference: ReferenceFacts;
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly entities: ReadonlyMap<string, LegalEntity>;
  readonly licences: ReadonlyMap<string, Licence>;
  readonly models: ReadonlyMap<string, Model>;
  readonly overview: FleetOverview;
  /** How deployments in scope use a model, by its id. */
  readonly uses: ReadonlyMap<string, readonly ModelUse[]>;
  readonly parentEdges: ReadonlyMap<string, readonly LineageEdge[]>;
  readonly weights: ReadonlyMap<string, readonly WeightArtefact[]>;
  /** JSON pointers on which sources contradict each other with no side chosen, by record key. */
  readonly disputes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Results by what was asked, so that ten thousand deployments share what is said of one provider. */
  readonly memory: Map<string, unknown>;
  /** What is remembered is worked out of this alone. */
  readonly commons: CommonsContext;
}
