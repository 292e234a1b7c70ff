import { type NounKind } from '../inventory/noun-kind.js';

export interface FoundRecord {
  readonly id: string;
  /** As all its sources together have it. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** The records of a kind, as they stand after the changes, that hold everything one of the patterns holds: objects are matched member by member, of a list one item has to fit. */
export type RecordFinder = (kind: NounKind, patterns: readonly object[]) => Promise<readonly FoundRecord[]>;
