import type { FactResult } from './fact-result.js';
import type { AccessLaw } from './jurisdiction-facts.js';
import { lawsAt } from './laws-at.js';
import type { ReferenceFacts } from './reference-facts.js';

/** The laws of compelled access of a jurisdiction at an instant. An empty list is no evidence that none exists. */
export function accessLawsAt(reference: ReferenceFacts, code: string, asOf: string): readonly FactResult<AccessLaw>[] {
  return lawsAt(reference, code, { field: 'accessLaws', of: (facts) => facts.accessLaws }, asOf);
}
