import { type Severity } from '../policy/severity.js';
import { severities } from '../policy/severity.js';
import { type NumberedFinding } from './report-context.js';

/** Findings that no waiver in force covers, by severity. */
export function openCounts(findings: readonly NumberedFinding[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity, waived } of findings) if (!waived) counts[severity] += 1;
  return counts;
}
