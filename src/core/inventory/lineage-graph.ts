import { type LineageEdge } from './lineage-edge.js';

/** How well the weights of a model are known, of all its files. */
export interface LineageWeights {
  readonly files: number;
  /** Files whose digest or signature was compared with the publisher's. */
  readonly verified: number;
  readonly by: 'signature' | 'digest' | 'both' | 'none';
}

export interface LineageNode {
  readonly id: string;
  readonly name: string;
  /** A source of the inventory describes it; only the reference facts do; or nothing does, though something was made from it. */
  readonly known: 'recorded' | 'by-facts' | 'missing';
  readonly weights: LineageWeights;
}

export type LineageStep = Pick<LineageEdge, 'child' | 'parent' | 'relation' | 'dataset'>;

/** What models were made from: every model with a parent or a child, and every step between them. No step leads in a circle. */
export interface LineageGraph {
  /** By id. */
  readonly nodes: readonly LineageNode[];
  /** By child, then parent, then relation. */
  readonly steps: readonly LineageStep[];
  /** Models of the inventory that state no lineage and are in none. */
  readonly apart: number;
}
