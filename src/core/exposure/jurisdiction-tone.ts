import { isMember } from '../reference/is-member.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';

/** Whether a place is inside the EEA (`home`), outside it (`away`), or nobody can tell (`open`). */
export type JurisdictionTone = 'home' | 'away' | 'open';

export function jurisdictionTone(reference: ReferenceFacts | undefined, code: string | undefined, asOf: string): JurisdictionTone {
  if (code === undefined || reference === undefined) return 'open';
  const member = isMember(reference, code, 'EEA', asOf);
  return code === 'EU' || member === true ? 'home' : member === false ? 'away' : 'open';
}
