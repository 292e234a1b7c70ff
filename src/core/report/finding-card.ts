import { type ExplanationOfResult } from '../audit/audit-result.js';
import { findingEvidence } from './finding-evidence.js';
import { type CardPartBlock, type ReportBlock } from './report-block.js';
import { type NumberedFinding, type ReportContext } from './report-context.js';

const mostOperands = 6;
const longestOperand = 160;

/** A finding with its five elements: criteria, condition, cause, effect, recommendation; and how it was reached. */
export function findingCard(context: ReportContext, finding: NumberedFinding): ReportBlock {
  const parts: CardPartBlock[] = [
    { label: context.say('card.criteria'), text: criteriaOf(context, finding) },
    { label: context.say('card.condition'), text: context.show(finding.message, 900) },
    { label: context.say('card.cause'), text: causeOf(context, finding) },
    { label: context.say('card.effect'), text: context.show(finding.rationale, 900) },
    { label: context.say('card.recommendation'), text: context.show(finding.remediation, 900), accent: true },
    ...(finding.waiver === null ? [] : [{ label: context.say('card.waiver'), text: waiverOf(context, finding.waiver) }]),
    ...explanationOf(context, finding.explanation),
  ];
  const rule = context.input.result.rules.find(({ ruleId }) => ruleId === finding.ruleId);
  const population = rule === undefined ? 0 : rule.counts.pass + rule.counts.fail + rule.counts.unknown + rule.counts.error;
  const evidence = findingEvidence(context.input, finding);
  return {
    kind: 'card',
    id: finding.anchor,
    severity: finding.severity,
    severityWord: context.say(`severity.${finding.severity}`),
    number: finding.number,
    about: [context.show(finding.ruleId, 40), [finding.subject, ...(finding.element === undefined ? [] : [finding.element])].map((key) => context.nameOfSubject(key)).join(context.say('list.dot'))].join(context.say('list.dot')),
    status: [context.say(`outcome.${finding.verdict}`), ...(finding.waived ? [context.say('status.waived')] : finding.waiver === null ? [] : [context.say('status.waiverExpired')])].join(context.say('list.dot')),
    title: context.show(finding.title, 200),
    parts,
    references: {
      label: context.say('card.evidence'),
      items: evidence.slice(0, 12).map(({ id }) => ({ text: id, target: `evidence/${id}` })),
      note: context.say(evidence.length === 0 ? 'card.methodNoEvidence' : 'card.method', { population }),
      aside: finding.location === null ? '' : context.show(`${finding.location.file}:${finding.location.line}`, 70),
    },
  };
}

function criteriaOf(context: ReportContext, { ruleId, title, controls }: NumberedFinding): string {
  const { reference } = context.input;
  const cited = controls.slice(0, 3).map((id) => {
    const requirement = reference?.controls.get(id)?.requirement;
    return requirement === undefined ? context.show(id, 60) : context.say('card.control', { id: context.show(id, 60), requirement: context.show(requirement, 260) });
  });
  const more = controls.length > 3 ? [context.say('card.more', { count: controls.length - 3 })] : [];
  return [context.say('card.rule', { rule: context.show(ruleId, 60), title: context.show(title, 200) }), ...cited, ...more].join(' ');
}

/** What decided it: the operands of the clauses that do not hold, or what is missing to decide. */
function causeOf(context: ReportContext, finding: NumberedFinding): string {
  if (finding.verdict === 'error') return context.say('cause.error');
  if (finding.verdict === 'unknown' && finding.missing.length > 0) return context.say('cause.unknown', { paths: finding.missing.slice(0, 8).map((path) => context.show(path, 120)).join(context.say('list.comma')) });
  const operands = finding.explanation.filter(({ result }) => result !== true).flatMap(({ operands: all }) => all);
  if (operands.length === 0) return context.say('cause.plain');
  const named = [...new Map(operands.map((operand) => [operand.path, operand])).values()].slice(0, 4).map(({ path, value }) => context.say(value === undefined || value === null ? 'cause.absent' : 'cause.operand', { path: context.show(path, 120), value: valueOf(context, value) }));
  return context.say('cause.fail', { operands: named.join(context.say('list.semicolon')) });
}

function explanationOf(context: ReportContext, explanation: readonly ExplanationOfResult[]): CardPartBlock[] {
  // Where all that is to say is that values are missing, the cause has said it.
  if (explanation.every(({ operands }) => operands.every(({ value }) => value === undefined || value === null))) return [];
  const lines = explanation.slice(0, 3).flatMap(({ expression, result, operands }) => [
    `${context.show(expression, 400)} → ${context.say(`truth.${String(result)}`)}`,
    ...operands.slice(0, mostOperands).map(({ path, value }) => `  ${context.show(path, 120)} = ${valueOf(context, value)}`),
    ...(operands.length > mostOperands ? [`  ${context.say('list.more', { count: operands.length - mostOperands }).trim()}`] : []),
  ]);
  return lines.length === 0 ? [] : [{ label: context.say('card.explanation'), text: lines.join('\n'), mono: true }];
}

function valueOf(context: ReportContext, value: unknown): string {
  return value === undefined || value === null ? context.say('value.absent') : context.show(JSON.stringify(value) ?? '', longestOperand);
}

function waiverOf(context: ReportContext, waiver: NonNullable<NumberedFinding['waiver']>): string {
  return context.say(`card.waiver.${waiver.state}`, { id: context.show(waiver.id, 80), approvers: waiver.approvedBy.map((name) => context.show(name, 80)).join(context.say('list.comma')) || context.say('value.none'), day: context.day(waiver.expiresAt), reason: context.say(`waiverReason.${waiver.reason}`) });
}
