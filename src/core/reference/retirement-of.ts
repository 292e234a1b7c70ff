import { absentFact } from './absent-fact.js';
import { apiModelKey } from './api-model-key.js';
import { dayOf } from './day-of.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { ReferenceFacts } from './reference-facts.js';
import type { Retirement } from './retirement.js';

const millisecondsPerDay = 86_400_000;

export interface RetirementAt {
  readonly retirement: Retirement;
  /** Whether the day has come by the instant. */
  readonly past: boolean;
  /** Whole days from the instant's day to the end; negative once it is past; undefined where no day is announced. */
  readonly days?: number;
}

/**
 * What a provider had said by an instant about the end of an API model; the same model has different lives per platform.
 * absent means that no claim is recorded, not that the model stays. A day that has come does not go stale.
 */
export function retirementOf(reference: ReferenceFacts, provider: string, apiModel: string, asOf: string): FactResult<RetirementAt> {
  const day = dayOf(asOf);
  const claims = (reference.retirementsByApiModel.get(apiModelKey(apiModel)) ?? []).filter((claim) => claim.provider === provider && day >= claim.knownFrom && (claim.knownTo === undefined || day < claim.knownTo));
  const latest = claims.reduce<Retirement | undefined>((best, claim) => (best === undefined || claim.knownFrom > best.knownFrom ? claim : best), undefined);
  if (latest === undefined) return absentFact(`retirement/${provider}/${apiModel}`);
  const days = latest.date === undefined ? undefined : Math.round((Date.parse(latest.date) - Date.parse(day)) / millisecondsPerDay);
  const past = days !== undefined && days <= 0;
  const judged = judgeFact(`retirement/${latest.id}`, latest, { retirement: latest, past, ...(days === undefined ? {} : { days }) }, asOf, reference.data.review, { from: latest.knownFrom, fromField: 'announced' });
  return past && judged.state === 'stale' ? { ...judged, state: judged.confidence === 'known-but-unverified' ? 'unverified' : 'current' } : judged;
}
