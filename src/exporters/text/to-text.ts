import { type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { type Severity } from '../../core/policy/severity.js';
import { type Problem } from '../../core/inventory/problem.js';
import { gateSentence } from '../gate-sentence.js';
import { operandText } from '../operand-text.js';
import { plainResult } from '../plain-result.js';

/** Marks for a terminal; the identity functions give plain text. */
export interface TextMarks {
  readonly strong: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
  readonly quiet: (text: string) => string;
}

export const plainMarks: TextMarks = { strong: (text) => text, bad: (text) => text, open: (text) => text, quiet: (text) => text };

const order: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };

/** The result for people at a terminal: findings by severity with the line to change, then what the admissible options are, then the conclusion. */
export function toText(audited: AuditResult, marks: TextMarks = plainMarks): string {
  const result = plainResult(audited);
  const findings = [...result.findings].sort((a, b) => order[a.severity] - order[b.severity]);
  return [
    ...result.problems.map((problem) => problemLine(problem, marks)),
    ...findings.map((finding) => findingBlock(finding, marks)),
    ...contradictionLines(result, marks),
    ...waiverLines(result),
    ...optionLines(result, marks),
    ...diffLines(result),
    ...summary(result, marks),
    '',
  ].join('\n');
}

function problemLine({ file, line, column, message, level }: Problem, marks: TextMarks): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${level === 'warning' ? marks.open('warning') : marks.bad('error')}: ${message}`;
}

function findingBlock(finding: FindingOfResult, marks: TextMarks): string {
  const word = finding.verdict === 'unknown' ? marks.open('unknown') : marks.bad(finding.verdict);
  const place = finding.location ? `${finding.location.file}:${finding.location.line}:${finding.location.column}` : '';
  const because = finding.explanation.slice(0, 4).map(({ expression, result, operands }) => `  because ${expression} is ${result}${operands.length > 0 ? ` (${operands.map(operandText).join('; ')})` : ''}`);
  const { waiver } = finding;
  return [
    '',
    `${word} ${finding.severity} ${marks.strong(finding.ruleId)} ${finding.title}${finding.baselineState === 'new' ? ' [new]' : ''}`,
    `  ${finding.element ? `${finding.subject} ${finding.element}` : finding.subject}${place ? `  ${place}` : ''}`,
    `  ${finding.message}`,
    ...because,
    ...(finding.missing.length > 0 ? [`  missing ${finding.missing.join(', ')}`] : []),
    ...finding.facts.filter(({ state }) => state !== 'current').map(({ id, state }) => `  leans on ${id}, which is ${state}`),
    ...finding.facts.flatMap(({ id, overlay }) => (overlay === undefined ? [] : [`  leans on ${id}, which the organisation set itself (${overlay})`])),
    ...(waiver ? [`  ${waiver.state === 'expired' ? marks.bad(`waiver ${waiver.id} expired ${waiver.expiresAt}`) : `waived by ${waiver.id} (${waiver.reason}), approved by ${waiver.approvedBy.join(', ')}, ${waiver.state} until ${waiver.expiresAt}`}`] : []),
    `  ${marks.quiet('fix:')} ${finding.remediation}`,
    `  ${marks.quiet(`${finding.controls.join(', ')} · ${finding.fingerprint.slice(0, 12)}`)}`,
  ].join('\n');
}

function contradictionLines(result: AuditResult, marks: TextMarks): string[] {
  if (result.contradictions.length === 0) return [];
  return ['', marks.strong('Sources contradict each other'), ...result.contradictions.map(({ record, pointer, claims }) => `  ${record}${pointer}: ${claims.map(({ value, source, line }) => `${JSON.stringify(value)} in ${source}${line ? `:${line}` : ''}`).join(', but ')}`)];
}

function waiverLines(result: AuditResult): string[] {
  const notable = result.waivers.filter(({ state }) => state !== 'active');
  return notable.length === 0 ? [] : ['', ...notable.map(({ id, state, expiresAt, note }) => `waiver ${id}: ${state}, expires ${expiresAt}${note ? `; ${note}` : ''}`)];
}

function optionLines(result: AuditResult, marks: TextMarks): string[] {
  if (result.options.length === 0) return [];
  const lines = ['', marks.strong('Options')];
  for (const { deployment, title, admissible, breaks } of result.options) {
    const reasons = [...new Set(breaks.map(({ ruleId, verdict }) => `${ruleId} ${verdict}`))];
    lines.push(`  ${deployment}: ${title}: ${admissible === 'yes' ? 'admissible' : admissible === 'no' ? 'not admissible' : 'cannot be told'}${reasons.length > 0 ? ` (${reasons.slice(0, 8).join(', ')}${reasons.length > 8 ? ` and ${reasons.length - 8} more` : ''})` : ''}`);
  }
  return lines;
}

function diffLines(result: AuditResult): string[] {
  if (result.diff === null) return [];
  const { egress, licences, absent } = result.diff;
  return ['', `Against the baseline: ${egress.length} changes of egress, ${licences.length} of licences, ${absent.length} findings gone`, ...egress.map(({ flow, from, to, change }) => `  egress ${change}: ${flow} (${from} to ${to})`), ...licences.map(({ model, before, after }) => `  licence of ${model}: ${before ?? 'none'} became ${after ?? 'none'}`)];
}

function summary(result: AuditResult, marks: TextMarks): string[] {
  const { counts } = result;
  const unverified = new Set(result.rules.flatMap(({ unverifiedFacts }) => unverifiedFacts));
  return [
    '',
    `${counts.pass} pass, ${counts.fail} fail, ${counts.unknown} unknown, ${counts.error} error, ${counts['not-applicable']} not applicable; ${counts.waived} waived`,
    ...(unverified.size > 0 ? [`Passes lean on ${unverified.size} reference facts that are known but unverified: see 'rules' in --format json`] : []),
    ...ownFactLines(result),
    marks.strong(`Conclusion${result.part === undefined ? '' : ' of a part'}: ${result.conclusion} as of ${result.asOf} (${gateSentence(result)})`),
  ];
}

const mostOwnFacts = 20;

function listed(facts: readonly string[]): string {
  return facts.length === 0 ? 'none' : `${facts.slice(0, mostOwnFacts).join(', ')}${facts.length > mostOwnFacts ? ` and ${facts.length - mostOwnFacts} more` : ''}`;
}

function ownFactLines({ ownFacts = [], rules }: AuditResult): string[] {
  const leaning = rules.filter((rule) => rule.ownFacts !== undefined).map(({ ruleId }) => ruleId);
  return [
    ...ownFacts.map(({ overlay, facts }) => `Judged with the organisation's own facts of '${overlay}': ${listed(facts)}`),
    ...(leaning.length > 0 ? [`Passes of ${leaning.join(', ')} lean on them`] : []),
  ];
}
