import { type FindingOfResult } from '../audit/audit-result.js';
import { findingEvidence } from './finding-evidence.js';
import { type ReportInput } from './report-input.js';

/** What keeps a report from being final: findings without their five elements, evidence or population, waivers without an end, scores on weights that nobody fixed. */
export function acceptanceFaults(input: Pick<ReportInput, 'result' | 'snapshot' | 'decisions'>): readonly string[] {
  const { result, decisions = [] } = input;
  return [
    ...result.findings.flatMap((finding) => faultsOf(input, finding).map((fault) => `finding ${finding.ruleId} on ${finding.subject} ${fault}`)),
    ...result.waivers.filter(({ expiresAt }) => expiresAt === '').map(({ id }) => `waiver ${id} has no end; give it one`),
    ...decisions.filter(({ approval, status }) => approval === null || status === 'what-if').map(({ id }) => `decision ${id} shows scores on weights nobody approved beforehand; have its inputs approved`),
  ];
}

function faultsOf(input: Pick<ReportInput, 'result' | 'snapshot'>, finding: FindingOfResult): readonly string[] {
  const rule = input.result.rules.find(({ ruleId, pack }) => ruleId === finding.ruleId && pack === finding.pack);
  const population = rule === undefined ? 0 : rule.counts.pass + rule.counts.fail + rule.counts.unknown + rule.counts.error;
  const elements = { criteria: finding.controls.join(''), condition: finding.message, effect: finding.rationale, recommendation: finding.remediation };
  return [
    ...Object.entries(elements).flatMap(([name, text]) => (text.trim() === '' ? [`has no ${name}; write it in the rule`] : [])),
    ...(findingEvidence(input, finding).length === 0 ? ['cites no evidence; name the source of its facts'] : []),
    ...(population === 0 ? ['belongs to no rule result, so its population is not known; run the audit anew'] : []),
  ];
}
