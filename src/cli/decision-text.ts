import { asText } from '../core/decision/cost/as-text.js';
import { type DecisionRecord } from '../core/decision/record/decision-record.js';
import { printable } from './printable.js';

const { figure } = asText;
const percent = (share: number | null | undefined): string => (share == null ? 'unknown' : `${Math.round(share * 1000) / 10} %`);

/** What `domicile decide` prints for a person. */
export function decisionText(record: DecisionRecord): string {
  const { choice, outcome } = record;
  const options = record.options.map(({ id, state, rank, rejectedBecause }) => {
    const value = choice.ranking.find((ranked) => ranked.option === id)?.value;
    const first = choice.robustness.find((robust) => robust.option === id)?.firstRank.value;
    const standing = value === undefined ? state : `rank ${rank ?? '?'}, value ${figure(value)}, first in ${percent(first)} of the draws`;
    return [`  ${id}: ${standing}`, ...rejectedBecause.map((because) => `    ${because}`)].join('\n');
  });
  const weights = Object.entries(choice.weights).map(([id, weight]) => `  ${id}: ${figure(weight)}`);
  const shocks = record.shocks.map(({ title, verdict, refused, changesLead }) => `  ${title}: ${verdict === null ? `no verdict, ${refused[0] ?? ''}` : `${verdict.word}${verdict.option === null ? '' : `, ${verdict.option}`}${changesLead ? ' (the lead changes)' : ''}`}`);
  const blocks = [
    `${record.title}\n${record.status === 'what-if' ? 'WHAT-IF: nobody approved these inputs; this is no record' : `${record.status}, inputs ${record.inputHash}`}`,
    `${outcome.word === 'none' ? 'none admissible' : outcome.word}: ${outcome.sentence}`,
    ...(record.decision == null ? [] : [`decided: ${record.decision.option}, because ${record.decision.because}`]),
    `Options\n${options.join('\n')}`,
    ...(choice.waivers.length === 0 ? [] : [`Smallest sets of rules to waive\n${choice.waivers.map(({ rules, admits }) => `  ${rules.join(' and ')}: admits ${admits.join(', ')}`).join('\n')}`]),
    `Weights, with the range in which the leader keeps the lead\n${weights.join('\n')}`,
    ...(choice.unknown.length === 0 ? [] : [`Unknown\n${choice.unknown.map(({ option, criterion, because }) => `  ${option} on ${criterion}: ${because}`).join('\n')}`]),
    ...(shocks.length === 0 ? [] : [`Shocks\n${shocks.join('\n')}`]),
    `Review when\n${record.reviewTriggers.map(({ watch, threshold, then }) => `  ${watch} ${threshold}: ${then}`).join('\n') || '  no trigger'}`,
  ];
  return printable(`${blocks.join('\n\n')}\n`);
}
