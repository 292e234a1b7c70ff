import { dayOf } from './day-of.js';
import { holdsOn } from './holds-on.js';
import type { ReferenceFacts } from './reference-facts.js';

/** Whether a jurisdiction belonged to the EU or the EEA at an instant; undefined where the facts do not know the jurisdiction. */
export function isMember(reference: ReferenceFacts, code: string, of: 'EU' | 'EEA', asOf: string): boolean | undefined {
  if (code === of) return true;
  const facts = reference.jurisdictions.get(code);
  return facts === undefined ? undefined : (facts.memberships ?? []).some((membership) => membership.of === of && holdsOn(membership, dayOf(asOf)));
}
