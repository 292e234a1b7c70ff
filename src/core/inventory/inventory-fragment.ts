import { type FactOrigin } from './fact-origin.js';
import { type NounKind } from './noun-kind.js';

/** What one source says of one thing. `value` holds some of the noun's fields; whatever is absent, the source does not say. */
export interface InventoryRecord {
  readonly kind: NounKind;
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Origin of the record as a whole; a field without its own origin has this one. */
  readonly origin: FactOrigin;
  /** Origins by JSON pointer inside the record, such as `/place/region`. */
  readonly origins: Readonly<Record<string, FactOrigin>>;
}

/** Which file, read by which importer. */
export interface FragmentSource {
  readonly path: string;
  readonly sha256: string;
  readonly importer: string;
  /** The day or instant at which what the source says was true, where it says so; not when it was read. */
  readonly effective?: string;
}

/** What one importer contributes from one source. */
export interface InventoryFragment {
  readonly source: FragmentSource;
  readonly records: readonly InventoryRecord[];
}
