/** Something wrong with an input: culprit, cause and remedy in one sentence. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Stable word for machines, such as `yaml-syntax` or `unknown-key`. */
  readonly code: string;
  readonly message: string;
  /** Absent for an error, which stops a check; a warning is shown and does not. */
  readonly level?: 'warning';
}
