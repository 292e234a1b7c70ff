import { type AuditResult } from '../core/audit/audit-result.js';

/** 2 for a wrong input or a broken rule, 1 for a blocking fail, 3 for a blocking unknown, else 0; the first that applies. */
export function exitCodeOf(result: AuditResult): 0 | 1 | 2 | 3 {
  if (result.problems.some(({ level }) => level !== 'warning') || result.findings.some(({ verdict }) => verdict === 'error')) return 2;
  const blocking = new Set(result.gate.by);
  const verdicts = result.findings.filter(({ fingerprint }) => blocking.has(fingerprint)).map(({ verdict }) => verdict);
  if (verdicts.includes('fail')) return 1;
  return verdicts.includes('unknown') ? 3 : 0;
}
