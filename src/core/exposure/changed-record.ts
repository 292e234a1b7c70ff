import { type NounKind } from '../inventory/noun-kind.js';

type Value = Readonly<Record<string, unknown>>;

/** A record that has changed between two states of an inventory, in what it says or in who says it. */
export interface ChangedRecord {
  readonly kind: NounKind;
  readonly id: string;
  /** As joined before; absent where there was none. */
  readonly before?: Value;
  readonly after?: Value;
  /** What each source states of it, before or after. */
  readonly stated: readonly Value[];
}
