/** A few deployments of a range with their flows and those they fall back on, so that few are taken apart at a time. */
export interface RecordsOfPart {
  readonly deployments: readonly string[];
  /** A JSON array of `PackedRecord`. */
  readonly records: string;
}
