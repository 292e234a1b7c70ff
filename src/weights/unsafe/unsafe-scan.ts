import { type UnsafeFinding, type WeightsProblem } from '../weights-report.js';

/** What was found in one file, and what kept the scan from seeing all of it. */
export interface UnsafeScan {
  readonly unsafe: readonly UnsafeFinding[];
  readonly problems: readonly WeightsProblem[];
}
