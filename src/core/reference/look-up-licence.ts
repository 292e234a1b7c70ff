import { absentFact } from './absent-fact.js';
import type { FactResult } from './fact-result.js';
import { judgeFact } from './judge-fact.js';
import type { LicenceTerms } from './licence-terms.js';
import type { Overlaid, ReferenceFacts } from './reference-facts.js';

/** The terms of a licence by SPDX or LicenseRef id, as of an instant. Terms are not known before the first day of their version. */
export function lookUpLicence(reference: ReferenceFacts, id: string, asOf: string): FactResult<Overlaid<LicenceTerms>> {
  const terms = reference.licences.get(id);
  if (terms === undefined) return absentFact(`licence/${id}`);
  return judgeFact(`licence/${id}`, terms, terms, asOf, reference.data.review, { from: terms.validFrom, fromField: 'validFrom' });
}
