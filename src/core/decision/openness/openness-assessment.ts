import { type Classification } from './classify-openness.js';
import { type ComponentEvidence } from './component-evidence.js';
import { type OsaidJudgement } from './judge-osaid.js';

/** Openness of one release under each scheme, side by side; there is no single score. */
export interface OpennessAssessment {
  readonly name: string;
  readonly framework: string;
  readonly tool: Classification;
  readonly strict: Classification;
  readonly osaid: OsaidJudgement;
  readonly components: readonly ComponentEvidence[];
  /** Components whose licence no list counts as open, and those without a licence, in the order of the framework: required ones first. */
  readonly invalid: readonly string[];
  readonly unlicensed: readonly string[];
  /** Date the record states, and its age in whole days of UTC at the instant asked; unknown where the date cannot be read. */
  readonly recordDate: string | null;
  readonly ageInDays: number | null;
  readonly warnings: readonly string[];
}
