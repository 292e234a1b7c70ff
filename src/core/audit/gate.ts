import { type Outcome } from '../policy/outcome.js';
import { type Severity, severities } from '../policy/severity.js';

/** What blocks a deployment; it never changes the conclusion. */
export interface Gate {
  /** Fails of this severity or worse block. */
  readonly failOn: Severity;
  /** Whether unknowns of that severity or worse block as well. */
  readonly onUnknown: 'fail' | 'warn';
  /** Only findings that the baseline does not have block. */
  readonly newOnly: boolean;
}

export const defaultGate: Gate = { failOn: 'high', onUnknown: 'fail', newOnly: false };

interface GatedFinding {
  readonly verdict: Outcome;
  readonly severity: Severity;
  readonly waived: boolean;
  readonly isNew: boolean;
}

/** Whether a finding blocks. A waived one never does; an error always does. */
export function blocks(finding: GatedFinding, gate: Gate): boolean {
  if (finding.verdict === 'error') return true;
  if (finding.waived || (gate.newOnly && !finding.isNew)) return false;
  const heavy = severities.indexOf(finding.severity) <= severities.indexOf(gate.failOn);
  return heavy && (finding.verdict === 'fail' || (finding.verdict === 'unknown' && gate.onUnknown === 'fail'));
}
