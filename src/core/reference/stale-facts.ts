import { byCodeUnit } from '../inventory/by-code-unit.js';
import { dayOf } from './day-of.js';
import type { FactProvenance } from './fact-record.js';
import { factsOfKind, type FactKind } from './facts-of-kind.js';
import type { ReferenceFacts } from './reference-facts.js';
import { reviewDay } from './review-day.js';

export interface StaleFact {
  readonly fact: string;
  readonly reviewBy: string;
  readonly daysOverdue: number;
  readonly record: FactProvenance;
}

const millisecondsPerDay = 86_400_000;

/** Every record whose review is overdue at an instant, the longest overdue first. */
export function staleFacts(reference: ReferenceFacts, asOf: string): readonly StaleFact[] {
  const day = dayOf(asOf);
  const kinds = Object.keys(factsOfKind) as FactKind[];
  return kinds
    .flatMap((kind) => factsOfKind[kind](reference.data).map((record) => ({ fact: `${kind}/${record.id}`, reviewBy: reviewDay(record, reference.data.review), record })))
    .filter(({ reviewBy }) => day > reviewBy)
    .map((stale) => ({ ...stale, daysOverdue: Math.round((Date.parse(day) - Date.parse(stale.reviewBy)) / millisecondsPerDay) }))
    .sort((a, b) => byCodeUnit(a.reviewBy, b.reviewBy) || byCodeUnit(a.fact, b.fact));
}
