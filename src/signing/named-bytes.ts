/** A file in memory. */
export interface NamedBytes {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
