import { type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { gateSentence } from '../gate-sentence.js';
import { plainResult } from '../plain-result.js';

/** A comment for a pull request: the conclusion first, what changed, then findings in a table; long lists fold. */
export function toMarkdown(audited: AuditResult): string {
  const result = plainResult(audited);
  const { counts } = result;
  const newFindings = result.findings.filter(({ baselineState }) => baselineState === 'new').length;
  return [
    `## Domicile: ${result.conclusion}`,
    '',
    `${cell(gateSentence(result))}, as of ${result.asOf}.`,
    '',
    ...(result.ownFacts ?? []).flatMap(({ overlay, facts }) => [`Judged with the organisation's own facts of \`${code(overlay)}\`: ${facts.map((fact) => `\`${code(fact)}\``).join(', ') || 'none'}.`, '']),
    '| pass | fail | unknown | error | not applicable | waived |',
    '|---:|---:|---:|---:|---:|---:|',
    `| ${counts.pass} | ${counts.fail} | ${counts.unknown} | ${counts.error} | ${counts['not-applicable']} | ${counts.waived} |`,
    '',
    ...changes(result, newFindings),
    ...findingTable('Findings', result.findings.filter((finding) => !isWaived(finding))),
    ...findingTable('Waived, not hidden', result.findings.filter(isWaived)),
    ...options(result),
    ...(result.problems.length > 0 ? ['### Problems', '', ...result.problems.map(({ file, line, message }) => `- \`${code(file)}${line ? `:${line}` : ''}\` ${cell(message)}`), ''] : []),
    `<sub>${cell(result.engine)} · snapshot \`${code(result.digests.snapshot.slice(0, 19))}\` · decision support, no legal advice</sub>`,
    '',
  ].join('\n');
}

const isWaived = ({ waiver }: FindingOfResult): boolean => waiver !== null && waiver.state !== 'expired';

/** Text that cannot leave its table cell nor become markup. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~#@]/g, (character) => `\\${character}`);
const code = (text: string): string => text.replace(/[`|\r\n]/g, ' ');

function changes(result: AuditResult, newFindings: number): string[] {
  if (result.diff === null) return [];
  const { egress, licences, absent } = result.diff;
  return [
    '### Against the base',
    '',
    `- ${newFindings} new findings, ${absent.length} gone`,
    ...egress.map(({ flow, from, to, change }) => `- egress ${change}: \`${code(flow)}\` (${cell(from)} to ${cell(to)})`),
    ...licences.map(({ model, before, after }) => `- licence of \`${code(model)}\`: ${cell(before ?? 'none')} became ${cell(after ?? 'none')}`),
    '',
  ];
}

function findingTable(heading: string, findings: readonly FindingOfResult[]): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => {
    const place = finding.location ? `\`${code(`${finding.location.file}:${finding.location.line}`)}\`` : '';
    const note = finding.waiver ? ` (${finding.waiver.state === 'expired' ? 'waiver expired' : 'waived by'} ${cell(finding.waiver.id)})` : '';
    return `| ${finding.severity} | ${finding.verdict} | ${cell(finding.ruleId)} | ${cell(finding.element ?? finding.subject)} ${place} | ${cell(finding.message)}${note} | ${cell(finding.remediation)} |`;
  });
  const table = ['| severity | verdict | rule | where | what | fix |', '|---|---|---|---|---|---|', ...rows];
  return rows.length > 15 ? [`### ${heading} (${rows.length})`, '', '<details><summary>show</summary>', '', ...table, '', '</details>', ''] : [`### ${heading} (${rows.length})`, '', ...table, ''];
}

function options(result: AuditResult): string[] {
  if (result.options.length === 0) return [];
  return ['### Options', '', '| deployment | option | admissible | broken by |', '|---|---|---|---|', ...result.options.map(({ deployment, title, admissible, breaks }) => `| ${cell(deployment)} | ${cell(title)} | ${admissible} | ${cell([...new Set(breaks.map(({ ruleId }) => ruleId))].join(', '))} |`), ''];
}
