import type { FactProvenance } from './fact-record.js';

export type ListedFact = FactProvenance & { readonly id: string };

/** Records of one kind, by the word that stands before their ids. */
export interface FactList {
  readonly kind: string;
  readonly records: readonly ListedFact[];
  /** First day on which a record no longer holds: from then on it is history, and needs no review. */
  readonly endOf?: (record: ListedFact) => string | undefined;
}
