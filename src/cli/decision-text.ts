import { asText } from '../core/decision/cost/as-text.js';
import { type DecisionRecord, type ShockedVerdict } from '../core/decision/record/decision-record.js';
import { shockChanges } from '../core/decision/record/shock-changes.js';
import { printable } from './printable.js';

const { figure } = asText;
const percent = (share: number | null | undefined): string => (share == null ? 'unknown' : `${Math.round(share * 1000) / 10} %`);

function costsText({ costs }: DecisionRecord): readonly string[] {
  if (costs === null) return [];
  const options = costs.options.map(({ id, presentValue, monthly, exitCost, withinBudget, missing }) => {
    const budget = withinBudget === null ? '' : `; within budget ${withinBudget.expected}, at the 90 % quantile ${withinBudget.p90}`;
    return [`  ${id}: present value ${figure(presentValue.expected)}, first month ${figure(monthly)}, to leave ${figure(exitCost)}${budget}`, ...missing.map((sentence) => `    unknown: ${sentence}`)].join('\n');
  });
  const compared = costs.comparisons.map(({ selfHosted, api, breakEvenMonth, breakEvenVolume, capacity }) => `  ${selfHosted} against ${api}: earned back ${figure(breakEvenMonth)}; from a volume of ${figure(breakEvenVolume)}, capacity ${figure(capacity)}`);
  return [`Costs\n${[...options, ...compared].join('\n')}`];
}

function shockText({ title, verdict, refused, changesLead, costs }: ShockedVerdict): string {
  const word = verdict === null ? `no verdict, ${refused[0] ?? ''}` : `${verdict.word === 'none' ? 'none admissible' : verdict.word}${verdict.option === null ? '' : `, ${verdict.option}`}${changesLead ? ' (the lead changes)' : ''}`;
  const { before, after } = costs.cheapest;
  const changes = shockChanges(costs);
  return [`  ${title}: ${word}; cheapest ${after ?? 'unknown'}${after === before ? '' : ` (before: ${before ?? 'unknown'})`}`, ...(changes.length === 0 ? ['no cost changes'] : changes).map((change) => `    ${change}`)].join('\n');
}

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
  const shocks = record.shocks.map(shockText);
  const blocks = [
    `${record.title}\n${record.status === 'what-if' ? 'WHAT-IF: nobody approved these inputs; this is no record' : `${record.status}, inputs ${record.inputHash}`}`,
    `${outcome.word === 'none' ? 'none admissible' : outcome.word}: ${outcome.sentence}`,
    ...(record.decision == null ? [] : [`decided: ${record.decision.option}, because ${record.decision.because}`]),
    `Options\n${options.join('\n')}`,
    ...(choice.waivers.length === 0 ? [] : [`Smallest sets of rules to waive\n${choice.waivers.map(({ rules, admits }) => `  ${rules.join(' and ')}: admits ${admits.join(', ')}`).join('\n')}`]),
    `Weights, with the range in which the leader keeps the lead\n${weights.join('\n')}`,
    ...(choice.unknown.length === 0 ? [] : [`Unknown\n${choice.unknown.map(({ option, criterion, because }) => `  ${option} on ${criterion}: ${because}`).join('\n')}`]),
    ...costsText(record),
    ...(shocks.length === 0 ? [] : [`Shocks, with the present value of what they move\n${shocks.join('\n')}`]),
    `Review when\n${record.reviewTriggers.map(({ watch, threshold, then }) => `  ${watch} ${threshold}: ${then}`).join('\n') || '  no trigger'}`,
  ];
  return printable(`${blocks.join('\n\n')}\n`);
}
