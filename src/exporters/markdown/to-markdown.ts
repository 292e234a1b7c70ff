import { type AuditDiff, type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { gateSentence } from '../gate-sentence.js';
import { plainResult } from '../plain-result.js';

/** A comment for a pull request: the conclusion first, what changed, then findings in tables; long lists fold. `before` are the findings of the base, so that those gone can be shown. */
export function toMarkdown(audited: AuditResult, before: readonly FindingOfResult[] = []): string {
  const result = plainResult(audited);
  const { counts } = result;
  return [
    `## Domicile: ${result.conclusion}${result.part === undefined ? '' : ' (of a part)'}`,
    '',
    `${cell(gateSentence(result))}, as of ${result.asOf}.`,
    '',
    ...(result.ownFacts ?? []).flatMap(({ overlay, facts }) => [`Judged with the organisation's own facts of \`${code(overlay)}\`: ${facts.map((fact) => `\`${code(fact)}\``).join(', ') || 'none'}.`, '']),
    '| pass | fail | unknown | error | not applicable | waived |',
    '|---:|---:|---:|---:|---:|---:|',
    `| ${counts.pass} | ${counts.fail} | ${counts.unknown} | ${counts.error} | ${counts['not-applicable']} | ${counts.waived} |`,
    '',
    ...(result.problems.length > 0 ? ['### Problems', '', ...result.problems.map(({ file, line, message }) => `- \`${code(file)}${line ? `:${line}` : ''}\` ${cell(message)}`), ''] : []),
    ...(result.diff === null ? findingTable('Findings', result.findings.filter((finding) => !isWaived(finding))) : againstBase(result, result.diff, plainResult({ ...audited, findings: before }).findings)),
    ...findingTable('Waived, not hidden', result.findings.filter(isWaived)),
    ...options(result),
    `<sub>${cell(result.engine)} · snapshot \`${code(result.digests.snapshot.slice(0, 19))}\` · decision support, no legal advice</sub>`,
    '',
  ].join('\n');
}

const isWaived = ({ waiver }: FindingOfResult): boolean => waiver !== null && waiver.state !== 'expired';

/** Text that cannot leave its table cell nor become markup. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~#@]/g, (character) => `\\${character}`);
const code = (text: string): string => text.replace(/[`|\r\n]/g, ' ');

function againstBase(result: AuditResult, { egress, licences, absent }: AuditDiff, before: readonly FindingOfResult[]): string[] {
  const open = result.findings.filter((finding) => !isWaived(finding));
  const fresh = open.filter(({ baselineState }) => baselineState === 'new');
  const still = open.filter(({ baselineState }) => baselineState !== 'new');
  const earlier = new Map(before.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  const goneNow = new Set(absent);
  return [
    '### Against the base',
    '',
    `- findings: ${fresh.length} new, ${absent.length} gone, ${still.length} still there`,
    ...egress.map(({ flow, from, to, change }) => `- egress ${change}: \`${code(flow)}\` (${cell(from)} to ${cell(to)})`),
    ...licences.map(({ model, before: was, after }) => `- licence of \`${code(model)}\`: ${cell(was ?? 'none')} became ${cell(after ?? 'none')}`),
    '',
    ...findingTable('New', fresh),
    ...goneTable(before.filter(({ fingerprint }) => goneNow.has(fingerprint))),
    ...findingTable('Still there', still, earlier),
  ];
}

/** `earlier` tells the verdict that a finding had in the base. */
function findingTable(heading: string, findings: readonly FindingOfResult[], earlier: ReadonlyMap<string, string> = new Map()): string[] {
  const rows = findings.map((finding) => {
    const was = earlier.get(finding.fingerprint) ?? finding.verdict;
    const note = finding.waiver ? ` (${finding.waiver.state === 'expired' ? 'waiver expired' : 'waived by'} ${cell(finding.waiver.id)})` : '';
    return `| ${finding.severity} | ${finding.verdict}${was === finding.verdict ? '' : ` (was ${cell(was)})`} | ${cell(finding.ruleId)} | ${place(finding)} | ${cell(finding.message)}${note} | ${cell(finding.remediation)} |`;
  });
  return folding(heading, ['| severity | verdict | rule | where | what | fix |', '|---|---|---|---|---|---|'], rows);
}

function goneTable(findings: readonly FindingOfResult[]): string[] {
  const rows = findings.map(({ severity, verdict, ruleId, title, subject, element }) => `| ${cell(severity)} | ${cell(verdict)} | ${cell(ruleId)} | ${cell(element ?? subject)} | ${cell(title)} |`);
  return folding('Gone', ['| severity | verdict | rule | where | what |', '|---|---|---|---|---|'], rows);
}

const place = ({ element, subject, location }: FindingOfResult): string => `${cell(element ?? subject)} ${location ? `\`${code(`${location.file}:${location.line}`)}\`` : ''}`;

function folding(heading: string, head: readonly string[], rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const table = [...head, ...rows];
  return rows.length > 15 ? [`### ${heading} (${rows.length})`, '', '<details><summary>show</summary>', '', ...table, '', '</details>', ''] : [`### ${heading} (${rows.length})`, '', ...table, ''];
}

function options(result: AuditResult): string[] {
  if (result.options.length === 0) return [];
  return ['### Options', '', '| deployment | option | admissible | broken by |', '|---|---|---|---|', ...result.options.map(({ deployment, title, admissible, breaks }) => `| ${cell(deployment)} | ${cell(title)} | ${admissible} | ${cell([...new Set(breaks.map(({ ruleId }) => ruleId))].join(', '))} |`), ''];
}
