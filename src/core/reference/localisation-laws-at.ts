import type { FactResult } from './fact-result.js';
import type { LocalisationLaw } from './jurisdiction-facts.js';
import { lawsAt } from './laws-at.js';
import type { ReferenceFacts } from './reference-facts.js';

/** The laws that bind where data of a jurisdiction's people may be kept, at an instant. An empty list is no evidence that none exists. */
export function localisationLawsAt(reference: ReferenceFacts, code: string, asOf: string): readonly FactResult<LocalisationLaw>[] {
  return lawsAt(reference, code, { field: 'localisation', of: (facts) => facts.localisation }, asOf);
}
