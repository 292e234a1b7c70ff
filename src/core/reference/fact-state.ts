import { dayOf } from './day-of.js';
import type { FactProvenance } from './fact-record.js';
import type { FactState } from './fact-result.js';
import { reviewDay } from './review-day.js';
import type { ReviewRule } from './review-rule.js';

/** The state of a record as a whole at an instant: stale once its review is overdue, unverified where no source was read. */
export function factState(record: FactProvenance, asOf: string, review: ReviewRule): Extract<FactState, 'current' | 'unverified' | 'stale'> {
  if (dayOf(asOf) > reviewDay(record, review)) return 'stale';
  return record.confidence === 'known-but-unverified' ? 'unverified' : 'current';
}
