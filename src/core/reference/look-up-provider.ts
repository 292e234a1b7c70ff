import { absentFact } from './absent-fact.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { ProviderFacts } from './provider-facts.js';
import type { Overlaid, ReferenceFacts } from './reference-facts.js';

/** A provider by id, as of an instant. Its contract terms and defaults are not known before the record was assessed; for its owners ask `parentAt`. */
export function lookUpProvider(reference: ReferenceFacts, id: string, asOf: string): FactResult<Overlaid<ProviderFacts>> {
  const facts = reference.providers.get(id);
  return facts === undefined ? absentFact(`provider/${id}`) : judgeFact(`provider/${id}`, facts, facts, asOf, reference.data.review);
}
