import { dayOf } from './day-of.js';
import type { FactConfidence } from './fact-confidence.js';
import type { FactProvenance } from './fact-record.js';
import type { FactResult, FactState } from './fact-result.js';
import type { FactSource } from './fact-source.js';
import { reviewDay } from './review-day.js';
import type { ReviewRule } from './review-rule.js';

/** Part of a record that is looked at, where it is not the whole. */
export interface FactPart {
  /** Path of the field, such as `parents[0]`, to tell whether it was verified. */
  readonly path?: string;
  /** Day from which the value held, inclusive; without it the value is not known before the record's as-of. */
  readonly from?: string | undefined;
  /** Path of the field that holds `from`; absent: `from` below `path`. */
  readonly fromField?: string;
  readonly confidence?: FactConfidence | undefined;
  readonly sources?: readonly FactSource[] | undefined;
  readonly noSource?: string | undefined;
}

/** Puts a value of a record under the instant: known yet, due for review, verified. `asOf` is a day or an instant with offset. */
export function judgeFact<Value>(fact: string, record: FactProvenance, value: Value, asOf: string, review: ReviewRule, part: FactPart = {}): FactResult<Value> {
  const day = dayOf(asOf);
  const reviewBy = reviewDay(record, review);
  const confidence = confidenceOf(record, part, day);
  const known = day >= (part.from ?? record.asOf);
  const state: FactState = !known ? 'not-yet-known' : day > reviewBy ? 'stale' : confidence === 'known-but-unverified' ? 'unverified' : 'current';
  const noSource = part.sources ? undefined : (part.noSource ?? record.noSource);
  return {
    value: known ? value : undefined,
    fact,
    state,
    confidence,
    sources: part.sources ?? (part.noSource === undefined ? (record.sources ?? []) : []),
    ...(noSource === undefined ? {} : { noSource }),
    reviewBy,
    ...(record.overlay === undefined ? {} : { overlay: record.overlay }),
  };
}

/** A date of validity need not be verified for the time after the record was assessed: the value itself was. */
function confidenceOf(record: FactProvenance, part: FactPart, day: string): FactConfidence {
  const leansOnFrom = part.from !== undefined && day < record.asOf;
  const fields = [part.path, leansOnFrom ? (part.fromField ?? `${part.path ?? ''}.from`) : undefined];
  if (fields.some((field) => field !== undefined && isUnverified(record, field))) return 'known-but-unverified';
  return part.confidence ?? record.confidence;
}

function isUnverified(record: FactProvenance, path: string): boolean {
  return (record.unverified ?? []).some((field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`));
}
