import { type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { type Severity } from '../../core/policy/severity.js';
import { type Exporter } from '../exporter.js';
import { placeOf } from '../place-of.js';
import { plainResult } from '../plain-result.js';

const severities: Readonly<Record<Severity, string>> = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' };

/** GitLab's Code Quality report (a subset of the Code Climate format): findings on the lines of a merge request. Waived findings stand as `info`, and say so. */
export const gitlabExporter: Exporter = {
  id: 'gitlab',
  mediaType: 'application/json',
  extension: 'json',
  export: (audited) => {
    const result = plainResult(audited);
    const problems = result.problems.map(({ file, line, code, message, level }) => ({ description: message, check_name: code, fingerprint: [code, file, line ?? 1, message].join('|'), severity: level === 'warning' ? 'minor' : 'blocker', location: { path: file, lines: { begin: line ?? 1 } } }));
    return `${JSON.stringify([...problems, ...result.findings.map((finding) => issue(finding, result))], undefined, 2)}\n`;
  },
};

function issue(finding: FindingOfResult, result: AuditResult): object {
  const waived = finding.waiver !== null && finding.waiver.state !== 'expired';
  const place = placeOf(finding, result);
  return {
    description: `${finding.ruleId} ${finding.verdict}: ${finding.message}${waived ? ` (waived by ${finding.waiver?.id ?? ''})` : ''}${finding.message.endsWith('.') ? '' : '.'} ${finding.remediation}`,
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: waived ? 'info' : severities[finding.severity],
    location: { path: place?.file ?? 'domicile.yaml', lines: { begin: place?.line ?? 1 } },
  };
}
