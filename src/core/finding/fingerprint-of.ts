import { sha256Of } from '../inventory/sha256-of.js';

/** Identity of a finding across runs: rule, subject and element, never the message. */
export function fingerprintOf(ruleId: string, subject: string, element: string | undefined): string {
  return sha256Of(`${ruleId}\n${subject}\n${element ?? ''}`).slice(0, 32);
}
