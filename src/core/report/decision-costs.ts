import { type CostedOption } from '../decision/cost/cost-result.js';
import { type DecisionRecord } from '../decision/record/decision-record.js';
import { roundTicks } from './round-ticks.js';
import { type ReportBlock, type ReportTone } from './report-block.js';
import { type ReportContext } from './report-context.js';

const mostInputs = 8;
const toneOfKind: Readonly<Record<CostedOption['kind'], ReportTone>> = { 'self-hosted': 'home', api: 'away', hybrid: 'open' };

/** Cost of every option with its range, how it grows over time, and what moves it most. */
export function costFigures(context: ReportContext, record: DecisionRecord): ReportBlock[] {
  if (record.costs === null) return [];
  return [{ kind: 'heading', level: 3, id: 'cost', text: context.say('decision.cost') }, ...totals(context, record), ...curvesOf(context, record), ...tornadoOf(context, record)];
}

function titleOf(context: ReportContext, { options }: DecisionRecord, id: string): string {
  return context.show(options.find((option) => option.id === id)?.title ?? id, 60);
}

function thousands(context: ReportContext, { costs }: DecisionRecord, amount: number): string {
  return context.say('decision.thousands', { amount: context.number(Math.round(amount / 1000)), currency: context.show(costs?.currency ?? '', 10) });
}

function totals(context: ReportContext, record: DecisionRecord): ReportBlock[] {
  const rows = (record.costs?.options ?? []).flatMap(({ id, kind, presentValue: { expected, p10, p90 } }) => {
    if (p10.value === null || p90.value === null) return [];
    const note = context.say('decision.range', { low: thousands(context, record, p10.value), high: thousands(context, record, p90.value) });
    return [{ label: titleOf(context, record, id), from: p10.value, to: p90.value, mark: expected.value, note, tone: toneOfKind[kind] }];
  });
  if (rows.length === 0) return [];
  const ticks = roundTicks(0, Math.max(...rows.map(({ to }) => to)));
  return [
    {
      kind: 'spans',
      alt: context.say('decision.totalsAlt', { rows: rows.map(({ label, note }) => `${label}: ${note}`).join(context.say('list.semicolon')) }),
      caption: context.say('decision.totalsCaption', { months: context.number(monthsOf(record)) }),
      from: 0,
      to: ticks.at(-1) ?? 1,
      ticks: ticks.map((at) => ({ at, label: thousands(context, record, at) })),
      rows,
    },
  ];
}

/** Months over which costs are counted; 0 where the case gives them as a formula. */
function monthsOf({ inputs }: DecisionRecord): number {
  const months = Number(inputs.costs?.horizon.value ?? 0);
  return Number.isFinite(months) ? months : 0;
}

/** One option of one's own against one bought by the token, those that rank best, else those that were costed: what is due at the start, and month by month at the rate of the first. */
function curvesOf(context: ReportContext, record: DecisionRecord): ReportBlock[] {
  const costed = record.costs?.options ?? [];
  const ranked = record.choice.ranking.flatMap(({ option }) => costed.find(({ id }) => id === option) ?? []);
  const pair = (['self-hosted', 'api'] as const).flatMap((kind) => [...ranked, ...costed].find((option) => option.kind === kind) ?? []);
  const months = monthsOf(record);
  if (months <= 0) return [];
  const series = pair.flatMap(({ id, kind, outlay, monthly }) => {
    const lineOf = (start: number | null, rate: number | null): readonly (readonly [number, number])[] | undefined => (start === null || rate === null ? undefined : [[0, start], [months, start + rate * months]]);
    const line = lineOf(outlay.value, monthly.value);
    const low = lineOf(outlay.low, monthly.low);
    const high = lineOf(outlay.high, monthly.high);
    return line === undefined || low === undefined || high === undefined ? [] : [{ id, label: titleOf(context, record, id), tone: toneOfKind[kind], line, low, high }];
  });
  if (series.length < 2) return [];
  const ticks = roundTicks(0, Math.max(...series.flatMap(({ high }) => high.map(([, amount]) => amount))));
  const comparison = record.costs?.comparisons.find(({ selfHosted, api }) => selfHosted === series[0]?.id && api === series[1]?.id);
  const month = comparison?.breakEvenMonth.value;
  const crossing = month === null || month === undefined || month > months || month <= 0 ? null : { at: month, label: context.say('decision.breakEven', { month: Math.round(month) }), note: '' };
  const breakEven = crossing?.label ?? context.say('decision.noBreakEven', { months });
  return [
    {
      kind: 'curves',
      alt: context.say('decision.curvesAlt', { breakEven, rows: series.map(({ label, line }) => context.say('decision.curveAlt', { option: label, start: thousands(context, record, line[0]?.[1] ?? 0), end: thousands(context, record, line[1]?.[1] ?? 0) })).join(context.say('list.semicolon')) }),
      caption: context.say('decision.curvesCaption', { breakEven }),
      xTitle: context.say('decision.months'),
      months,
      most: ticks.at(-1) ?? 1,
      xTicks: [0, 1, 2, 3, 4, 5, 6].map((part) => ({ at: (months * part) / 6, label: context.number(Math.round((months * part) / 6)) })),
      yTicks: ticks.map((at) => ({ at, label: thousands(context, record, at) })),
      series: series.map(({ label, tone, line, low, high }) => ({ label, tone, line, low, high })),
      crossing,
    },
  ];
}

function tornadoOf(context: ReportContext, record: DecisionRecord): ReportBlock[] {
  const lead = record.choice.ranking[0]?.option;
  const option = record.costs?.options.find(({ id }) => id === lead);
  const now = option?.presentValue.expected.value;
  if (option === undefined || now === null || now === undefined) return [];
  const bars = option.tornado.flatMap(({ input, atLow, atHigh }) => (atLow.value === null || atHigh.value === null || atLow.value === atHigh.value ? [] : [{ input, low: atLow.value, high: atHigh.value }])).slice(0, mostInputs);
  if (bars.length === 0) return [];
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const ticks = roundTicks(Math.min(now, ...ends), Math.max(now, ...ends));
  const rows = bars.map(({ input, low, high }) => ({ label: context.show(input.replace(`options/${option.id}/`, ''), 60), from: Math.min(low, high), to: Math.max(low, high), mark: now, note: context.say('decision.range', { low: thousands(context, record, Math.min(low, high)), high: thousands(context, record, Math.max(low, high)) }), tone: toneOfKind[option.kind] }));
  return [
    {
      kind: 'spans',
      alt: context.say('decision.tornadoAlt', { option: titleOf(context, record, option.id), rows: rows.map(({ label, note }) => `${label}: ${note}`).join(context.say('list.semicolon')) }),
      caption: context.say('decision.tornadoCaption', { option: titleOf(context, record, option.id) }),
      from: ticks[0] ?? 0,
      to: ticks.at(-1) ?? 1,
      ticks: ticks.map((at) => ({ at, label: thousands(context, record, at) })),
      rows,
    },
  ];
}
