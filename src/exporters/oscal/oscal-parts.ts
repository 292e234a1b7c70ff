/** What one rule or finding adds to an OSCAL result. */
export interface OscalParts {
  readonly observations: readonly object[];
  readonly findings: readonly object[];
  readonly risks: readonly object[];
}
