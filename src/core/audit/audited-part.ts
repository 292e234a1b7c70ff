/** Of what part of the inventory an audit is. */
export interface AuditedPart {
  /** As it was asked for: keys of subjects, and what deployments state, such as `environment=production`. */
  readonly only: readonly string[];
  /** Keys of the subjects that were judged, sorted. */
  readonly subjects: readonly string[];
  /** How many subjects the whole inventory has. */
  readonly of: number;
}
