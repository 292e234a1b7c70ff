import { absentFact } from './absent-fact.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { JurisdictionFacts } from './jurisdiction-facts.js';
import type { Overlaid, ReferenceFacts } from './reference-facts.js';

/** A jurisdiction by its code. The record itself has no first day: its memberships, decisions and laws are dated one by one. */
export function lookUpJurisdiction(reference: ReferenceFacts, code: string, asOf: string): FactResult<Overlaid<JurisdictionFacts>> {
  const facts = reference.jurisdictions.get(code);
  if (facts === undefined) return absentFact(`jurisdiction/${code}`);
  return judgeFact(`jurisdiction/${code}`, facts, facts, asOf, reference.data.review, { from: '0000', fromField: 'id' });
}
