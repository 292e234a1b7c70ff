import { canonicalJson } from '../../inventory/canonical-json.js';
import { asText } from '../cost/as-text.js';
import { type Figure } from '../cost/figure-schema.js';
import { type ConsideredOption, type DecisionRecord } from './decision-record.js';
import { shockChanges } from './shock-changes.js';

/** Text of people, kept from being read as markup. */
const plain = (text: string): string => text.replace(/[\\`*_<>[\]#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
const bullets = (items: readonly string[], none: string): string => (items.length === 0 ? `- ${none}` : items.map((item) => `- ${plain(item)}`).join('\n'));
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const read = (figure: Figure | null | undefined): string => (figure == null ? 'none' : plain(asText.figure(figure)));
const share = (figure: Figure | null | undefined): string => (figure?.value == null ? 'none' : `${Math.round(figure.value * 1000) / 10} %`);

const outcomeOf = ({ outcome, decision }: DecisionRecord): string => {
  const verdict = `Verdict: **${outcome.word === 'none' ? 'none admissible' : outcome.word}**${outcome.option === null ? '' : ` for ${plain(outcome.option)}`}. ${plain(outcome.sentence)}`;
  const words = `The words are a convention agreed beforehand: robust from ${outcome.convention.robust} on, leaning from ${outcome.convention.leaning} on, below it contested; dominant where no weights could change the lead.`;
  const taken = decision == null ? [] : [`Decided: **${plain(decision.option)}**, because ${plain(decision.because)} Signed on ${decision.signedOn} by ${decision.signedBy.map(plain).join(', ')}.`];
  return [...taken, verdict, words].join('\n\n');
};

function ranking({ choice }: DecisionRecord): string {
  if (choice.ranking.length === 0) return 'No option was scored.';
  const rows = choice.ranking.map(({ option, rank, value }) => {
    const robust = choice.robustness.find((found) => found.option === option);
    return [String(rank), plain(option), read(value), share(robust?.firstRank), share(robust?.confidence)];
  });
  return table(['Rank', 'Option', 'Weighted value', 'First in draws', 'Confidence'], rows);
}

const weights = ({ choice }: DecisionRecord): string =>
  table(
    ['Criterion', 'Weight', 'Leader keeps the lead from', 'to'],
    Object.entries(choice.weights).map(([id, { value, low, high }]) => [plain(id), asText.number(value ?? 0), low === null ? 'none' : asText.number(low), high === null ? 'none' : asText.number(high)]),
  );

function costs({ costs: found }: DecisionRecord): readonly string[] {
  if (found === null) return [];
  const rows = found.options.map(({ id, presentValue, monthly, exitCost }) => [plain(id), read(presentValue.expected), read(monthly), read(exitCost)]);
  const compared = found.comparisons.map(({ selfHosted, api, breakEvenMonth, breakEvenVolume, capacity }) => [`${plain(selfHosted)} and ${plain(api)}`, read(breakEvenMonth), read(breakEvenVolume), read(capacity)]);
  return [
    `### Costs\n\n${table(['Option', 'Present value', 'First month', 'Cost of leaving'], rows)}`,
    ...(compared.length === 0 ? [] : [table(['Own and bought', 'Break-even month', 'Break-even volume', 'Capacity'], compared)]),
  ];
}

function optionSection(option: ConsideredOption): string {
  const lines = [
    ...option.consequences.good.map((good) => `- Good, because ${plain(good)}`),
    ...option.consequences.bad.map((bad) => `- Bad, because ${plain(bad)}`),
    ...option.rejectedBecause.map((because) => `- Not chosen: ${plain(because)}`),
    ...option.acceptedUnderWaiver.map((waived) => `- Accepted under a waiver: ${plain(waived)}`),
    ...option.residualRisks.map((risk) => `- Residual risk: ${plain(risk)}`),
    `- To be shown to a regulator: ${option.evidence.map(plain).join('; ')}`,
  ];
  return `### ${plain(option.title)} (${plain(option.id)}, ${option.state})\n\n${lines.join('\n')}`;
}

function shocks({ shocks: tried }: DecisionRecord): readonly string[] {
  if (tried.length === 0) return [];
  const rows = tried.map(({ title, verdict, refused, changesLead, costs: shocked }) => [
    plain(title),
    verdict === null ? `none: ${plain(refused[0] ?? '')}` : `${verdict.word}${verdict.option === null ? '' : `, ${plain(verdict.option)}`}`,
    changesLead ? 'yes' : 'no',
    plain(shocked.cheapest.after ?? 'unknown'),
    shockChanges(shocked).map(plain).join('; ') || 'none',
  ]);
  return [`### Shocks\n\n${table(['Shock', 'Verdict', 'Lead changes', 'Cheapest', 'Present value of what it moves'], rows)}`];
}

function inputs({ inputHash, approval, engine, seed, draws, dataVersions }: DecisionRecord): string {
  const frozen = approval === null ? 'approved by nobody' : `approved on ${approval.approvedOn} by ${approval.approvedBy.join(', ')}, before any score was shown`;
  const versions = dataVersions.map(({ name, version }) => `${name}: ${version}`);
  return bullets([`Hash ${inputHash}, ${frozen}`, `Computed by ${engine} from seed ${seed} in ${draws} draws`, ...(versions.length === 0 ? ['No version of data is named'] : versions)], '');
}

const machineBlock = (record: DecisionRecord): string =>
  canonicalJson({
    schema: record.schema,
    id: record.id,
    engine: record.engine,
    status: record.status,
    date: record.date,
    deployment: record.deployment,
    decision: record.decision,
    inputHash: record.inputHash,
    approval: record.approval,
    seed: record.seed,
    draws: record.draws,
    dataVersions: record.dataVersions,
    verdict: { word: record.outcome.word, option: record.outcome.option, acceptability: record.outcome.acceptability?.value ?? null },
    waivers: record.choice.waivers,
    rejected: record.options.filter(({ rejectedBecause }) => rejectedBecause.length > 0).map(({ id, rejectedBecause }) => ({ id, rejectedBecause })),
    residualRisks: record.residualRisks,
    reviewTriggers: record.reviewTriggers,
  });

/** The record as Markdown under the headings of MADR 4.0 (adr.github.io/madr), closed by a block for machines. */
export function writeMadr(record: DecisionRecord): string {
  const chosen = record.decision?.option ?? record.outcome.option;
  const taken = record.options.find(({ id }) => id === chosen);
  const waivers = record.choice.waivers.map(({ rules, admits }) => `waiving ${rules.join(' and ')} would admit ${admits.join(', ')}`);
  const sections = [
    `---\nstatus: ${record.status}\ndate: ${record.date}\ndecision-makers: ${JSON.stringify(record.decisionMakers)}\n---`,
    `# ${plain(record.title)}`,
    ...(record.status === 'what-if' ? ['> **What-if: nobody approved these inputs. This is not a record and must not be filed as one.**'] : []),
    `## Context and Problem Statement\n\n${plain(record.context)}`,
    `## Decision Drivers\n\n${bullets(record.drivers, 'none given')}`,
    `## Considered Options\n\n${record.options.map(({ title, id }) => `- ${plain(title)} (${plain(id)})`).join('\n')}${record.leftOut.map(({ template, because }) => `\n- Left out: ${template}, because ${plain(because)}`).join('')}`,
    `## Decision Outcome\n\n${outcomeOf(record)}`,
    ...(waivers.length === 0 ? [] : [`### Smallest sets of rules to waive\n\n${bullets(waivers, 'none')}`]),
    `### Consequences\n\n${[...(taken?.consequences.good ?? []).map((good) => `- Good, because ${plain(good)}`), ...(taken?.consequences.bad ?? []).map((bad) => `- Bad, because ${plain(bad)}`)].join('\n') || '- none given'}`,
    `### Residual Risk\n\n${bullets(record.residualRisks, 'none given')}`,
    `### Confirmation\n\n${plain(record.confirmation)}`,
    `### Review Triggers\n\n${table(['Watch', 'Threshold', 'Then'], record.reviewTriggers.map(({ watch, threshold, then }) => [plain(watch), plain(threshold), plain(then)]))}`,
    `## Pros and Cons of the Options\n\n${record.options.map(optionSection).join('\n\n')}`,
    `## More Information\n\n### Ranking\n\n${ranking(record)}`,
    `### Weights\n\nElicited by ${record.choice.weighting.method}; the range is exact, the other weights keeping their proportions.\n\n${weights(record)}`,
    ...(record.choice.unknown.length === 0 ? [] : [`### Unknown Scores\n\n${bullets(record.choice.unknown.map(({ option, criterion, because }) => `${option} on ${criterion}: ${because}; drawn from 0 to 1`), 'none')}`]),
    ...costs(record),
    ...shocks(record),
    `### Inputs\n\n${inputs(record)}`,
    `### For Machines\n\n\`\`\`json\n${machineBlock(record).replaceAll('```', '``\\u0060')}\n\`\`\``,
  ];
  return `${sections.join('\n\n')}\n`;
}
