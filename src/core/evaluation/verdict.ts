import { type FactUse } from '../exposure/subject-view.js';
import { type Outcome } from '../policy/outcome.js';
import { type Severity } from '../policy/severity.js';

export interface ExplanationOperand {
  /** Concrete path with indexes, such as `flow.processingCountries[1]`, `params.maxDays` or `now`. */
  readonly path: string;
  /** Null where the value is missing, contradicted or masked; then `state` says which. `unreadable` text is no timestamp. */
  readonly value: unknown;
  readonly state?: 'missing' | 'contradicted' | 'unreadable' | 'masked';
}

/** A sub-expression that decided the outcome. */
export interface ExplanationStep {
  readonly expression: string;
  readonly result: boolean | 'unknown';
  readonly operands: readonly ExplanationOperand[];
}

/** What one rule says of one subject, or of one element of it. */
export interface Verdict {
  readonly ruleId: string;
  readonly pack: string;
  readonly subject: string;
  readonly element?: string;
  readonly outcome: Outcome;
  /** Severity as of the instant of the audit. */
  readonly severity: Severity;
  /** Only where the outcome is fail, unknown or error. */
  readonly message?: string;
  readonly explanation?: readonly ExplanationStep[];
  /** Concrete paths that would have decided the rule had they been there. */
  readonly missing?: readonly string[];
  /** The instant, ISO 8601 in UTC, at which the outcome next changes if only time passes; absent where it never does. */
  readonly flipsAt?: string;
  /** Every path the rule reads, as written in it; one array per rule. */
  readonly references: readonly string[];
  /** Reference facts the rule leans on; absent where there are none. */
  readonly facts?: readonly FactUse[];
}
