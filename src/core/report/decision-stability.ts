import { type DecisionRecord } from '../decision/record/decision-record.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';

/** How far each weight may move before another option leads. */
export function stabilityOf(context: ReportContext, { choice, inputs }: DecisionRecord): ReportBlock[] {
  const percent = (share: number): string => context.say('number.percent', { value: context.number(Math.round(share * 100)) });
  const rows = inputs.criteria.flatMap(({ id, title }) => {
    const { value, low, high } = choice.weights[id] ?? { value: null, low: null, high: null };
    return value === null || low === null || high === null ? [] : [{ label: context.show(title, 80), from: low, to: high, mark: value, note: context.say('decision.range', { low: percent(low), high: percent(high) }), tone: 'home' as const }];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, id: 'stability', text: context.say('decision.stability') },
    {
      kind: 'spans',
      alt: context.say('decision.stabilityAlt', { rows: rows.map(({ label, mark, note }) => `${label} ${percent(mark)} (${note})`).join(context.say('list.semicolon')) }),
      caption: context.say('decision.stabilityCaption'),
      from: 0,
      to: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: percent(at) })),
      rows,
    },
  ];
}
