/** A value with the path at which it stands in the document. */
export interface PlacedValue {
  readonly value: unknown;
  readonly at: readonly (string | number)[];
}
