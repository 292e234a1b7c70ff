export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One YAML or JSON document as plain data, with the place of everything in it. Lines and columns count from 1. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Place of the value at a path of keys and indexes; of the nearest thing above it where it is not there. */
  placeOf(path: readonly (string | number)[]): Place;
  /** Place of the key itself, for messages about keys. */
  placeOfKey(path: readonly (string | number)[]): Place;
}
