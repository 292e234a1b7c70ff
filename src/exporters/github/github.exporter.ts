import { type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { type Exporter } from '../exporter.js';
import { plainResult } from '../plain-result.js';

const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const message = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Workflow commands that GitHub Actions shows as annotations on the lines of a pull request. */
export const githubExporter: Exporter = {
  id: 'github',
  mediaType: 'text/plain',
  extension: 'txt',
  export: (audited) => annotations(plainResult(audited)),
};

function annotations(result: AuditResult): string {
  return [...result.problems.map((problem) => command(problem.level ?? 'error', { file: problem.file, line: problem.line ?? 1, column: problem.column ?? 1 }, problem.code, problem.message)), ...result.findings.map((finding) => annotation(finding, result))].join('');
}

function annotation(finding: FindingOfResult, result: AuditResult): string {
  const waived = finding.waiver !== null && finding.waiver.state !== 'expired';
  const level = waived ? 'notice' : result.gate.by.includes(finding.fingerprint) ? 'error' : 'warning';
  const suffix = waived ? ` (waived by ${finding.waiver?.id ?? ''})` : '';
  return command(level, finding.location, `${finding.ruleId} ${finding.verdict}: ${finding.title}`, `${finding.message}${suffix}. ${finding.remediation}`);
}

function command(level: string, place: { readonly file: string; readonly line: number; readonly column: number } | null, title: string, text: string): string {
  const at = place ? `file=${property(place.file)},line=${place.line},col=${place.column},` : '';
  return `::${level} ${at}title=${property(title)}::${message(text)}\n`;
}
