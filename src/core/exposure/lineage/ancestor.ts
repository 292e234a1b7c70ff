import { type LineageEdge } from '../../inventory/lineage-edge.js';
import { type FactConfidence } from '../../reference/fact-confidence.js';

/** One step of a lineage. `confidence` stands where the step comes from the catalogue. */
export interface LineageStep {
  readonly child: string;
  readonly parent: string;
  readonly relation: LineageEdge['relation'];
  readonly dataset?: string | undefined;
  readonly confidence?: FactConfidence;
  /** Id of the licence or contract that governed the outputs, for synthetic data. */
  readonly terms?: string | undefined;
}

/** A model that another was made from, with the shortest way to it. */
export interface Ancestor {
  readonly model: string;
  readonly steps: readonly LineageStep[];
  /** The inventory or the catalogue knows it. */
  readonly recorded: boolean;
}
