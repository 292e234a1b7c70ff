import { type NounKind } from '../../../core/inventory/noun-kind.js';

/** A record, as far as it matters who may read and change it. */
export interface OwnedRecord {
  readonly kind: NounKind;
  /** Deployments that it is or that use it, each with the units that answer for it. */
  readonly deployments: readonly { readonly units: readonly string[] }[];
}
