import { type DecisionRecord } from '../decision/record/decision-record.js';
import { checkDecision } from './check-decision.js';
import { contributionsOf } from './decision-contributions.js';
import { costFigures } from './decision-costs.js';
import { stabilityOf } from './decision-stability.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** Why an option was chosen: scores on weights fixed beforehand, cost with its range, and what would change the answer. */
export function composeDecision(context: ReportContext): SectionBody {
  const { meta, decisions = [] } = context.input;
  const shown = decisions.filter(({ deployment }) => meta.deployment === undefined || deployment === meta.deployment);
  if (shown.length === 0) return { title: context.say('decision.title'), blocks: [{ kind: 'paragraph', text: context.say('decision.none') }] };
  return { title: context.say('decision.title'), blocks: shown.flatMap((record) => blocksOf(context, record)) };
}

function blocksOf(context: ReportContext, record: DecisionRecord): ReportBlock[] {
  return [
    { kind: 'heading', level: 2, id: `decision/${record.id}`, text: context.show(record.title, 160) },
    verdictOf(context, record),
    ...checkDecision(context, record),
    { kind: 'paragraph', text: context.show(record.context, 900) },
    ...provenanceOf(context, record),
    ...contributionsOf(context, record),
    ...costFigures(context, record),
    ...stabilityOf(context, record),
    optionsTable(context, record),
    ...shocksOf(context, record),
    ...triggersOf(context, record),
  ];
}

function verdictOf(context: ReportContext, { outcome, choice, decision, options }: DecisionRecord): ReportBlock {
  const titleOf = (id: string): string => context.show(options.find((option) => option.id === id)?.title ?? id, 160);
  const share = outcome.acceptability?.value;
  const text = outcome.option === null ? context.say('decision.verdictNone') : context.say(`decision.verdict.${outcome.word}`, { option: titleOf(outcome.option) });
  const notes = [
    ...(share === null || share === undefined ? [] : [context.say('decision.acceptability', { share: percent(context, share) })]),
    decision === null ? context.say('decision.undecided') : context.say('decision.decided', { option: titleOf(decision.option), names: decision.signedBy.map((name) => context.show(name, 80)).join(context.say('list.comma')), day: context.day(decision.signedOn) }),
  ];
  const asides = choice.ranking.slice(0, 2).map(({ option, value }, index) => ({ value: value.value === null ? '–' : context.number(Math.round(value.value * 100)), label: context.say(index === 0 ? 'decision.first' : 'decision.second'), tone: toneOf(options.find(({ id }) => id === option)?.template) }));
  return { kind: 'callout', tone: outcome.option === null ? 'away' : 'home', text, note: notes.join(' '), asides };
}

function toneOf(template: string | undefined): 'home' | 'away' | 'open' {
  if (template === undefined || template === 'hybrid' || template === 'status-quo') return 'open';
  return template.startsWith('closed') ? 'away' : 'home';
}

function percent(context: ReportContext, share: number): string {
  return context.say('number.percent', { value: context.number(Math.round(share * 1000) / 10) });
}

/** Weights count only where they were fixed and approved before the scores were shown. */
function provenanceOf(context: ReportContext, { approval, inputHash, date, seed, draws }: DecisionRecord): ReportBlock[] {
  return [
    {
      kind: 'details',
      items: [
        { label: context.say('decision.approved'), value: approval === null ? context.say('decision.notApproved') : context.say('decision.approvedBy', { names: approval.approvedBy.map((name) => context.show(name, 80)).join(context.say('list.comma')), day: context.day(approval.approvedOn) }) },
        { label: context.say('decision.date'), value: context.day(date) },
        { label: context.say('decision.draws'), value: context.say('decision.drawsText', { draws, seed: String(seed) }) },
        { label: context.say('decision.hash'), value: inputHash, code: true },
      ],
    },
  ];
}

function optionsTable(context: ReportContext, { options, leftOut }: DecisionRecord): ReportBlock {
  const outcomes = { admissible: 'pass', blocked: 'fail', infeasible: 'error' } as const;
  return {
    kind: 'table',
    columns: [
      { title: context.say('decision.rank'), share: 0.8, set: 'number', align: 'right' },
      { title: context.say('decision.option'), share: 3 },
      { title: context.say('decision.state'), share: 1.8 },
      { title: context.say('decision.why'), share: 4 },
      { title: context.say('decision.risk'), share: 3 },
    ],
    rows: [
      ...[...options].sort((a, b) => (a.rank ?? options.length + 1) - (b.rank ?? options.length + 1)).map(({ rank, title, state, rejectedBecause, residualRisks }) => ({
        cells: [
          { text: rank === null ? '–' : context.number(rank) },
          { text: context.show(title, 160), strong: rank === 1 },
          { text: context.say(`decision.state.${state}`), outcome: outcomes[state] },
          { text: rejectedBecause.slice(0, 4).map((reason) => context.show(reason, 260)).join('\n') || context.say('decision.leads') },
          { text: residualRisks.map((risk) => context.show(risk, 160)).join('\n') || context.say('value.none') },
        ],
      })),
      ...leftOut.map(({ template, because }) => ({ cells: [{ text: '–' }, { text: context.show(template, 60) }, { text: context.say('decision.leftOut'), outcome: 'not-tested' as const }, { text: context.show(because, 260) }, { text: '–' }] })),
    ],
    caption: context.say('decision.optionsCaption'),
  };
}

function shocksOf(context: ReportContext, { shocks, options }: DecisionRecord): ReportBlock[] {
  if (shocks.length === 0) return [];
  const titleOf = (id: string | null | undefined): string => (id === null || id === undefined ? context.say('value.none') : context.show(options.find((option) => option.id === id)?.title ?? id, 120));
  return [
    { kind: 'heading', level: 3, id: 'shocks', text: context.say('decision.shocks') },
    {
      kind: 'table',
      columns: [
        { title: context.say('decision.shock'), share: 4 },
        { title: context.say('decision.cheapest'), share: 4 },
        { title: context.say('decision.leader'), share: 4 },
        { title: context.say('decision.changes'), share: 1.6 },
      ],
      rows: shocks.map(({ title, costs, verdict, changesLead }) => ({ cells: [{ text: context.show(title, 160) }, { text: titleOf(costs.cheapest.after) }, { text: titleOf(verdict?.option) }, { text: context.say(changesLead ? 'decision.yes' : 'decision.no'), strong: changesLead }], ...(changesLead ? { tone: 'away' as const } : {}) })),
      caption: context.say('decision.shocksCaption'),
    },
  ];
}

function triggersOf(context: ReportContext, { reviewTriggers }: DecisionRecord): ReportBlock[] {
  if (reviewTriggers.length === 0) return [];
  return [
    { kind: 'heading', level: 3, id: 'triggers', text: context.say('decision.triggers') },
    {
      kind: 'table',
      columns: [
        { title: context.say('decision.watch'), share: 4 },
        { title: context.say('decision.threshold'), share: 4 },
        { title: context.say('decision.then'), share: 3 },
      ],
      rows: reviewTriggers.slice(0, 14).map(({ watch, threshold, then }) => ({ cells: [{ text: context.show(watch, 160) }, { text: context.show(threshold, 160) }, { text: context.show(then, 160) }] })),
      caption: context.say('decision.triggersCaption', { shown: Math.min(14, reviewTriggers.length), all: reviewTriggers.length }),
    },
  ];
}
