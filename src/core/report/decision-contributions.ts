import { type DecisionRecord } from '../decision/record/decision-record.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Weighted points of the two leading options on each criterion, out of a hundred. */
export function contributionsOf(context: ReportContext, { choice, inputs, options }: DecisionRecord): ReportBlock[] {
  const [lead, next] = choice.ranking;
  if (lead === undefined || next === undefined) return [];
  const titleOf = (id: string): string => context.show(options.find((option) => option.id === id)?.title ?? id, 60);
  const rows = inputs.criteria.flatMap(({ id, title }) => {
    const weight = choice.weights[id]?.value;
    if (weight === null || weight === undefined) return [];
    const points = [lead, next].map(({ values }) => ((values[id]?.value ?? 0) * weight) * 100);
    const [first = 0, second = 0] = points;
    return [{ label: context.show(title, 80), weight, points, difference: tenth(first) - tenth(second) }];
  });
  rows.sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1));
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${context.number(tenth(value))}`;
  const words = rows.map(({ label, points: [first = 0, second = 0] }) => context.say('decision.contributionAlt', { criterion: label, first: tenth(first), second: tenth(second) }));
  return [
    { kind: 'heading', level: 3, id: 'contributions', text: context.say('decision.contributions') },
    {
      kind: 'contributions',
      alt: context.say('decision.contributionsAlt', { first: titleOf(lead.option), second: titleOf(next.option), rows: words.join(context.say('list.semicolon')) }),
      caption: context.say('decision.contributionsCaption'),
      weightTitle: context.say('decision.weight'),
      differenceTitle: context.say('decision.difference'),
      options: [titleOf(lead.option), titleOf(next.option)],
      rows: rows.map(({ label, weight, points, difference }) => ({ label, weight: context.say('number.percent', { value: context.number(Math.round(weight * 100)) }), points, texts: points.map((point) => context.number(tenth(point))), difference: signed(difference), ahead: difference >= 0 })),
    },
  ];
}
