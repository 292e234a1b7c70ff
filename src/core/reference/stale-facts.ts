import { byCodeUnit } from '../inventory/by-code-unit.js';
import { dayOf } from './day-of.js';
import type { FactList } from './fact-list.js';
import { factLists } from './fact-lists.js';
import type { FactProvenance } from './fact-record.js';
import type { ReferenceFacts } from './reference-facts.js';
import { reviewDay } from './review-day.js';

export interface StaleFact {
  readonly fact: string;
  readonly reviewBy: string;
  readonly daysOverdue: number;
  readonly record: FactProvenance;
}

const millisecondsPerDay = 86_400_000;

/** Every record whose review is overdue at an instant, the longest overdue first; `beside` are lists of files read apart. What has become history by then is not due. */
export function staleFacts(reference: ReferenceFacts, asOf: string, beside: readonly FactList[] = []): readonly StaleFact[] {
  const day = dayOf(asOf);
  return [...factLists(reference.data), ...beside]
    .flatMap(({ kind, records, endOf }) => records.filter((record) => !isHistory(endOf?.(record), day)).map((record) => ({ fact: `${kind}/${record.id}`, reviewBy: reviewDay(record, reference.data.review), record })))
    .filter(({ reviewBy }) => day > reviewBy)
    .map((stale) => ({ ...stale, daysOverdue: Math.round((Date.parse(day) - Date.parse(stale.reviewBy)) / millisecondsPerDay) }))
    .sort((a, b) => byCodeUnit(a.reviewBy, b.reviewBy) || byCodeUnit(a.fact, b.fact));
}

function isHistory(end: string | undefined, day: string): boolean {
  return end !== undefined && end <= day;
}
