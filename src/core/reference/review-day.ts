import type { FactProvenance } from './fact-record.js';
import type { ReviewRule } from './review-rule.js';

const millisecondsPerDay = 86_400_000;

/** The last day on which a fact may be relied on without review, in UTC. */
export function reviewDay(fact: FactProvenance, rule: ReviewRule): string {
  return fact.reviewBy ?? new Date(Date.parse(lastDayOf(fact.asOf)) + rule.defaultDays * millisecondsPerDay).toISOString().slice(0, 10);
}

function lastDayOf(partial: string): string {
  const [year = 0, month = 12, day] = partial.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : partial;
}
