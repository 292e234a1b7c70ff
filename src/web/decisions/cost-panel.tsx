import { useState } from 'react';
import { Alert, FormControl, InputLabel, NativeSelect, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { ChartFigure, DataTableOf } from '../charts/chart-figure.js';
import { CurveChart, type Curve } from '../charts/curve-chart.js';
import { SpanChart } from '../charts/span-chart.js';
import { useNumbers } from '../charts/use-numbers.js';
import { type Comparison, type CostedOption, type DecisionRecord, type Figure } from './decision.js';

interface CostPanelProps {
  readonly record: DecisionRecord;
  readonly costs: NonNullable<DecisionRecord['costs']>;
  readonly watermark: string | undefined;
}

/** What every option costs with its range, how that grows, and when one's own machines are earned back. */
export function CostPanel({ record, costs, watermark }: CostPanelProps) {
  const translate = useTranslate();
  const { amount } = useNumbers();
  const titleOf = (id: string): string => record.options.find((option) => option.id === id)?.title ?? id;
  const known = costs.options.flatMap((option) => (option.presentValue.p10.value === null || option.presentValue.p90.value === null ? [] : [{ option, low: option.presentValue.p10.value, high: option.presentValue.p90.value, mark: option.presentValue.expected.value }]));
  const named = translate('domicile.cost.totals');
  const unknown = costs.options.filter(({ missing }) => missing.length > 0);
  const money = (value: number | null): string => (value === null ? translate('domicile.common.unknown') : amount(value, costs.currency));
  return (
    <Panel title={translate('domicile.cost.title')}>
      {unknown.map(({ id, missing }) => <Alert key={id} severity="warning" variant="outlined" sx={{ marginBottom: 1 }}>{titleOf(id)}: {missing.join('; ')}</Alert>)}
      {known.length === 0 ? null : (
        <ChartFigure title={named} caption={translate('domicile.cost.totals_caption')} watermark={watermark} table={{ columns: [translate('domicile.field.option'), translate('domicile.cost.expected'), 'P10', 'P90', translate('domicile.cost.budget')], rows: costs.options.map(({ id, presentValue, withinBudget }) => [titleOf(id), money(presentValue.expected.value), money(presentValue.p10.value), money(presentValue.p90.value), withinBudget === null ? '–' : translate(`domicile.common.${withinBudget.expected}`)]) }}>
          <SpanChart label={`${named}: ${known.map(({ option, low, high }) => `${titleOf(option.id)} ${money(low)} – ${money(high)}`).join('; ')}`} domain={[0, Math.max(...known.map(({ high }) => high))]} tick={(value) => amount(value)} spans={known.map(({ option, low, high, mark }) => ({ label: titleOf(option.id), from: low, to: high, mark, note: `${amount(low)} – ${amount(high, costs.currency)}` }))} />
        </ChartFigure>
      )}
      <Growth record={record} costs={costs} watermark={watermark} titleOf={titleOf} />
      {costs.cautions.map((caution) => <Typography key={caution} variant="body2" color="text.secondary">{caution}</Typography>)}
    </Panel>
  );
}

function Growth({ record, costs, watermark, titleOf }: CostPanelProps & { readonly titleOf: (id: string) => string }) {
  const translate = useTranslate();
  const { amount, plain } = useNumbers();
  const [chosen, setChosen] = useState(0);
  const months = Number(record.inputs.costs?.horizon.value ?? 0);
  const pair = costs.comparisons[chosen];
  const lines = costs.options.flatMap((option) => curveOf(option, months, titleOf(option.id), pair !== undefined && (option.id === pair.selfHosted || option.id === pair.api)));
  const figureText = (figure: Figure): string => (figure.answer === undefined ? (figure.value === null ? translate('domicile.common.unknown') : plain(figure.value)) : translate(`domicile.cost.answer.${figure.answer.replaceAll(' ', '_')}`, { value: figure.value === null ? '–' : plain(figure.value) }));
  const title = translate('domicile.cost.growth');
  if (lines.length === 0 || !(months > 0)) return null;
  const month = pair?.breakEvenMonth;
  const mark = month?.value == null || month.answer !== undefined || month.value <= 0 || month.value > months ? undefined : { at: month.value, label: translate('domicile.cost.break_even', { month: plain(month.value) }) };
  const sentence = pair === undefined || month === undefined ? '' : translate('domicile.cost.pair', { own: titleOf(pair.selfHosted), api: titleOf(pair.api), month: figureText(month) });
  return (
    <>
      <ChartFigure title={title} caption={`${sentence} ${translate('domicile.cost.growth_caption')}`} watermark={watermark} table={{ columns: [translate('domicile.field.option'), translate('domicile.cost.outlay'), translate('domicile.cost.monthly'), translate('domicile.cost.after', { months })], rows: lines.map(({ label, line: [start, end] }) => [label, amount(start?.[1] ?? 0, costs.currency), amount(((end?.[1] ?? 0) - (start?.[1] ?? 0)) / months, costs.currency), amount(end?.[1] ?? 0, costs.currency)]) }}>
        <CurveChart curves={lines} label={`${title}. ${sentence}`} x={{ domain: [0, months], tick: (at) => String(at), title: translate('domicile.cost.months') }} tick={(value) => amount(value)} mark={mark} />
      </ChartFigure>
      {costs.comparisons.length < 2 ? null : (
        <FormControl size="small" sx={{ marginTop: 1, maxWidth: '100%' }}>
          <InputLabel htmlFor="cost-pair">{translate('domicile.cost.compare')}</InputLabel>
          <NativeSelect id="cost-pair" value={chosen} onChange={(event) => setChosen(Number(event.target.value))} inputProps={{ id: 'cost-pair' }}>
            {costs.comparisons.map(({ selfHosted, api }, index) => <option key={`${selfHosted} ${api}`} value={index}>{titleOf(selfHosted)} / {titleOf(api)}</option>)}
          </NativeSelect>
        </FormControl>
      )}
      {costs.comparisons.length === 0 ? null : <BreakEvens comparisons={costs.comparisons} titleOf={titleOf} figureText={figureText} />}
    </>
  );
}

function BreakEvens({ comparisons, titleOf, figureText }: { readonly comparisons: readonly Comparison[]; readonly titleOf: (id: string) => string; readonly figureText: (figure: Figure) => string }) {
  const translate = useTranslate();
  const { percent } = useNumbers();
  const title = translate('domicile.cost.break_evens');
  return (
    <>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600, marginTop: 2 }}>{title}</Typography>
      <DataTableOf title={title} columns={[translate('domicile.cost.own'), translate('domicile.cost.bought'), translate('domicile.cost.month'), translate('domicile.cost.never_share'), translate('domicile.cost.volume'), translate('domicile.cost.capacity')]} rows={comparisons.map(({ selfHosted, api, breakEvenMonth, neverShare, breakEvenVolume, capacity }) => [titleOf(selfHosted), titleOf(api), figureText(breakEvenMonth), neverShare.value === null ? '–' : percent(neverShare.value), figureText(breakEvenVolume), figureText(capacity)])} />
    </>
  );
}

/** What is due at the start, and month by month at the rate of the first; with its range for the two that are compared. */
function curveOf({ outlay, monthly }: CostedOption, months: number, label: string, withBand: boolean): readonly Curve[] {
  const points = (start: number | null, rate: number | null): Curve['line'] | undefined => (start === null || rate === null ? undefined : [[0, start], [months, start + rate * months]]);
  const line = points(outlay.value, monthly.value);
  const low = points(outlay.low, monthly.low);
  const high = points(outlay.high, monthly.high);
  return line === undefined ? [] : [{ label, line, band: withBand && low !== undefined && high !== undefined ? { low, high } : undefined }];
}
