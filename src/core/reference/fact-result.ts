import type { FactConfidence } from './fact-confidence.js';
import type { FactSource } from './fact-source.js';

/** absent: there is no record; not-yet-known: the record says nothing of that instant; stale: its review is overdue; unverified: no source was read. */
export type FactState = 'current' | 'unverified' | 'stale' | 'not-yet-known' | 'absent';

/** What the facts say at an instant, with what a reader needs to trust it. The value is undefined where the state is not-yet-known or absent. */
export interface FactResult<Value> {
  readonly value: Value | undefined;
  /** Kind and id of the record, such as `licence/Apache-2.0`: what `facts show` takes. */
  readonly fact: string;
  readonly state: FactState;
  readonly confidence?: FactConfidence;
  readonly sources: readonly FactSource[];
  readonly noSource?: string;
  /** Last day before review is due. */
  readonly reviewBy?: string;
  readonly overlay?: string;
}
