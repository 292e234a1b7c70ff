import { type CodeCall } from './code-call.js';
import { type Contradiction } from './contradiction.js';
import { type DataFlow } from './data-flow.js';
import { type Deployment } from './deployment.js';
import { type FactOrigin } from './fact-origin.js';
import { type FragmentSource } from './inventory-fragment.js';
import { type LegalEntity } from './legal-entity.js';
import { type Licence } from './licence.js';
import { type LineageEdge } from './lineage-edge.js';
import { type Model } from './model.js';
import { type Organisation } from './organisation.js';
import { type Provider } from './provider.js';
import { type SnapshotDigests } from './snapshot-digests.js';
import { type WeightArtefact } from './weight-artefact.js';

/** Which source says what stands at a field: index into `sources`, and the place. */
export interface FieldOrigin extends FactOrigin {
  readonly source: number;
}

/** The inventory frozen at an instant: every list sorted by id, every record frozen, one digest over all of it. */
export interface InventorySnapshot {
  /** `sha256:` and the SHA-256 of records, contradictions and sources by `joinDigests`; independent of the order of inputs. */
  readonly digest: string;
  readonly digests: SnapshotDigests;
  readonly asOf: string;
  readonly organisation?: Organisation;
  readonly legalEntities: readonly LegalEntity[];
  readonly providers: readonly Provider[];
  readonly licences: readonly Licence[];
  readonly models: readonly Model[];
  readonly weights: readonly WeightArtefact[];
  readonly lineage: readonly LineageEdge[];
  readonly deployments: readonly Deployment[];
  readonly dataFlows: readonly DataFlow[];
  /** What a scan of source code found that it calls; empty where none was made. */
  readonly codeCalls: readonly CodeCall[];
  readonly contradictions: readonly Contradiction[];
  readonly sources: readonly FragmentSource[];
  /** Origins by record key (`deployment/claims`), then by JSON pointer; the empty pointer is the record itself. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, readonly FieldOrigin[]>>;
}
