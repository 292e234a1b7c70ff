import { absentFact } from './absent-fact.js';
import { dayOf } from './day-of.js';
import type { FactResult } from './fact-result.js';
import { holdsOn } from './holds-on.js';
import { judgeFact } from './judge-fact.js';
import type { ParentInterval } from './provider-facts.js';
import type { ReferenceFacts } from './reference-facts.js';

export interface ParentAt {
  readonly parent: ParentInterval;
  /** A change of owner that was agreed by then and whose closing is not confirmed. */
  readonly pending?: ParentInterval;
}

/** The ultimate parent of a provider at an instant, and a pending one beside it. */
export function parentAt(reference: ReferenceFacts, providerId: string, asOf: string): FactResult<ParentAt> {
  const facts = reference.providers.get(providerId);
  const fact = `provider/${providerId}`;
  if (facts === undefined) return absentFact(fact);
  const day = dayOf(asOf);
  const index = facts.parents.findLastIndex((parent) => parent.state === 'settled' && holdsOn(parent, day));
  const parent = facts.parents[index];
  if (parent === undefined) return { ...judgeFact(fact, facts, undefined, asOf, reference.data.review), value: undefined, state: 'not-yet-known' };
  const pending = facts.parents.find((candidate) => candidate.state === 'pending' && candidate.from !== undefined && holdsOn(candidate, day));
  const part = { path: `parents[${index}]`, from: parent.from, confidence: parent.confidence, sources: parent.sources, noSource: parent.noSource };
  return judgeFact(fact, facts, pending === undefined ? { parent } : { parent, pending }, asOf, reference.data.review, part);
}
