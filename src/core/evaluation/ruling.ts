import { type FactUse, type SubjectView } from '../exposure/subject-view.js';
import { type BoundRule } from './bound-packs.js';
import { type RawOutcome } from './evaluation-run.js';

/** What a run says of one rule on one subject, before it is weighed and written down. */
export interface Ruling {
  readonly bound: BoundRule;
  readonly view: SubjectView;
  /** Position in the list of a forEach; -1 without one. */
  readonly element: number;
  readonly outcome: RawOutcome;
  readonly error: unknown;
  /** Reference facts the rule leans on. */
  readonly facts: readonly FactUse[];
}
