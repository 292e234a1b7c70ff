import { type AuditResult } from '../core/audit/audit-result.js';
import { partSentence } from '../core/audit/part-sentence.js';

/** What the gate did and what the audit concluded, which are two things: a passed gate never says conforming unless the audit does. */
export function gateSentence(result: AuditResult): string {
  return result.part === undefined ? sentence(result) : `${sentence(result)}; ${partSentence(result.part)}`;
}

function sentence(result: AuditResult): string {
  const { blocked, by } = result.gate;
  const open = result.findings.filter(({ waiver }) => waiver === null || waiver.state === 'expired').length;
  const findings = `${open} open ${open === 1 ? 'finding' : 'findings'}`;
  if (blocked) return `gate blocked by ${by.length} of ${findings}, ${result.conclusion}`;
  const errors = result.problems.filter(({ level }) => level !== 'warning').length;
  if (errors > 0) return `gate not passed, since ${errors} ${errors === 1 ? 'error' : 'errors'} in what was given kept it from being judged whole, ${result.conclusion}: ${findings}`;
  return open === 0 ? `gate passed, ${result.conclusion}` : `gate passed, ${result.conclusion}: ${findings}`;
}
