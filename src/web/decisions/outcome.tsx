import { useEffect, useState } from 'react';
import { Alert, Button, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LoadingPart } from '../admin/loading-part.js';
import { Panel } from '../admin/panel.js';
import { request } from '../api/request.js';
import { ChartFigure, DataTableOf } from '../charts/chart-figure.js';
import { SpanChart } from '../charts/span-chart.js';
import { StackedChart } from '../charts/stacked-chart.js';
import { useNumbers } from '../charts/use-numbers.js';
import { CostPanel } from './cost-panel.js';
import { type Decision, type DecisionRecord } from './decision.js';
import { WhatIf } from './what-if.js';

interface OutcomeProps {
  readonly decision: Decision;
  readonly trying: boolean;
  readonly onTry: (trying: boolean) => void;
}

/** What came of the approved inputs; under other weights it is a what-if and marked on every picture. */
export function Outcome({ decision, trying, onTry }: OutcomeProps) {
  const translate = useTranslate();
  const [kept, setKept] = useState<DecisionRecord>();
  const [other, setOther] = useState<DecisionRecord>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    request<DecisionRecord>(`decisions/${decision.id}/result`).then(setKept, (error: unknown) => setProblem((error as Error).message));
  }, [decision.id]);
  if (problem !== undefined) return <Alert severity="error">{translate(problem, { _: problem })}</Alert>;
  if (kept === undefined) return <LoadingPart />;
  const record = trying ? (other ?? kept) : kept;
  const watermark = trying ? translate('domicile.what_if.mark') : undefined;
  const end = (): void => {
    setOther(undefined);
    onTry(false);
  };
  return (
    <>
      {trying ? <WhatIf decision={decision} kept={kept} shown={record} onRecord={setOther} onEnd={end} /> : null}
      <VerdictPanel record={record} watermark={watermark} />
      {trying ? null : <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => onTry(true)}>{translate('domicile.what_if.begin')}</Button>}
      <StabilityPanel record={record} watermark={watermark} />
      {record.costs === null ? null : <CostPanel record={record} costs={record.costs} watermark={watermark} />}
      {record.shocks.length === 0 ? null : <ShocksOfDecision record={record} />}
    </>
  );
}

interface PartProps {
  readonly record: DecisionRecord;
  readonly watermark: string | undefined;
}

const wordColours: Readonly<Record<string, 'success' | 'info' | 'warning' | 'error'>> = { dominant: 'success', robust: 'success', leaning: 'info', contested: 'warning', none: 'error' };

function VerdictPanel({ record, watermark }: PartProps) {
  const translate = useTranslate();
  const { percent, plain } = useNumbers();
  const { outcome, choice, inputs } = record;
  const titleOf = (id: string | null): string => record.options.find((option) => option.id === id)?.title ?? '–';
  const shareOf = (id: string): number | null => choice.robustness.find(({ option }) => option === id)?.firstRank.value ?? null;
  const partsOf = (values: DecisionRecord['choice']['ranking'][number]['values']): readonly number[] => inputs.criteria.map(({ id }) => (choice.weights[id]?.value ?? 0) * (values[id]?.value ?? 0.5));
  const title = translate('domicile.outcome.values');
  const rows = choice.ranking.map(({ option, rank, value, values }) => ({ option, rank, value: value.value ?? 0, low: value.low, high: value.high, parts: partsOf(values) }));
  return (
    <Panel title={translate('domicile.outcome.title')}>
      <Typography component="p" variant="h6"><Chip color={wordColours[outcome.word] ?? 'default'} label={translate(`domicile.outcome.words.${outcome.word}`)} sx={{ marginRight: 1 }} />{outcome.option === null ? translate('domicile.outcome.nobody') : titleOf(outcome.option)}</Typography>
      <Typography variant="body2" color="text.secondary">{outcome.acceptability?.value == null || outcome.option === null ? outcome.sentence : translate('domicile.outcome.sentence', { share: percent(outcome.acceptability.value), draws: plain(record.draws) })}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('domicile.outcome.convention')}</Typography>
      {choice.waivers.length === 0 ? null : <Alert severity="warning" variant="outlined" sx={{ marginTop: 1 }}>{choice.waivers.map(({ rules, admits }) => <div key={rules.join()}>{translate('domicile.outcome.waivers', { rules: rules.join(', '), options: admits.join(', ') })}</div>)}</Alert>}
      {choice.unknown.length === 0 ? null : <Alert severity="info" variant="outlined" sx={{ marginTop: 1 }}>{translate('domicile.outcome.unknown', { smart_count: choice.unknown.length })} {choice.unknown.map(({ option, criterion }) => `${option}/${criterion}`).join(', ')}</Alert>}
      {rows.length === 0 ? null : (
        <ChartFigure title={title} caption={translate('domicile.outcome.values_caption')} watermark={watermark} table={{ columns: [translate('domicile.field.option'), translate('domicile.outcome.rank'), translate('domicile.outcome.value'), translate('domicile.outcome.first'), ...inputs.criteria.map(({ title: name }) => name)], rows: rows.map(({ option, rank, value, low, high, parts }) => [titleOf(option), rank, `${value.toFixed(3)} (${(low ?? value).toFixed(3)}–${(high ?? value).toFixed(3)})`, shareOf(option) === null ? '–' : percent(shareOf(option) ?? 0), ...parts.map((part) => part.toFixed(3))]) }}>
          <StackedChart label={`${title}: ${rows.map(({ option, value }) => `${titleOf(option)} ${value.toFixed(3)}`).join('; ')}`} parts={inputs.criteria.map(({ title: name }) => name)} rows={rows.map(({ option, rank, value, parts }) => ({ label: `${rank}. ${titleOf(option)}`, note: value.toFixed(3), parts }))} />
        </ChartFigure>
      )}
    </Panel>
  );
}

function StabilityPanel({ record, watermark }: PartProps) {
  const translate = useTranslate();
  const { percent, plain } = useNumbers();
  const { choice, inputs, options } = record;
  const weights = inputs.criteria.flatMap(({ id, title }) => {
    const { value = null, low = null, high = null } = choice.weights[id] ?? {};
    return value === null ? [] : [{ title, value, low: low ?? value, high: high ?? value }];
  });
  const shares = choice.robustness.map(({ option, firstRank }) => ({ title: options.find(({ id }) => id === option)?.title ?? option, share: firstRank.value ?? 0 }));
  const named = { weights: translate('domicile.stability.weights'), shares: translate('domicile.stability.shares') };
  const range = (low: number, high: number): string => `${percent(low)} – ${percent(high)}`;
  if (weights.length === 0 || choice.ranking.length === 0) return null;
  return (
    <Panel title={translate('domicile.stability.title')}>
      <ChartFigure title={named.weights} caption={translate('domicile.stability.weights_caption')} watermark={watermark} table={{ columns: [translate('domicile.stability.criterion'), translate('domicile.stability.weight'), translate('domicile.stability.range')], rows: weights.map(({ title, value, low, high }) => [title, percent(value), range(low, high)]) }}>
        <SpanChart label={`${named.weights}: ${weights.map(({ title, value, low, high }) => `${title} ${percent(value)} (${range(low, high)})`).join('; ')}`} domain={[0, 1]} tick={percent} spans={weights.map(({ title, value, low, high }) => ({ label: title, from: low, to: high, mark: value, note: `${percent(value)} (${range(low, high)})` }))} />
      </ChartFigure>
      {shares.length === 0 ? null : (
        <ChartFigure title={named.shares} caption={translate('domicile.stability.shares_caption', { draws: plain(record.draws) })} watermark={watermark} table={{ columns: [translate('domicile.field.option'), translate('domicile.outcome.first')], rows: shares.map(({ title, share }) => [title, percent(share)]) }}>
          <SpanChart label={`${named.shares}: ${shares.map(({ title, share }) => `${title} ${percent(share)}`).join('; ')}`} domain={[0, 1]} tick={percent} spans={shares.map(({ title, share }) => ({ label: title, from: 0, to: share, mark: null, note: percent(share) }))} />
        </ChartFigure>
      )}
    </Panel>
  );
}

function ShocksOfDecision({ record }: { readonly record: DecisionRecord }) {
  const translate = useTranslate();
  const titleOf = (id: string | null): string => record.options.find((option) => option.id === id)?.title ?? id ?? '–';
  const title = translate('domicile.decision.shocks');
  return (
    <Panel title={title}>
      <DataTableOf title={title} columns={[translate('domicile.decision.shock'), translate('domicile.outcome.title'), translate('domicile.decision.lead'), translate('domicile.decision.cheapest')]} rows={record.shocks.map(({ title: name, verdict, refused, changesLead, costs }) => [name, verdict === null ? refused.join('; ') : `${translate(`domicile.outcome.words.${verdict.word}`)}: ${titleOf(verdict.option)}`, changesLead ? translate('domicile.decision.changes_lead') : translate('domicile.decision.keeps_lead'), costs.cheapest.before === costs.cheapest.after ? titleOf(costs.cheapest.after) : `${titleOf(costs.cheapest.before)} → ${titleOf(costs.cheapest.after)}`])} />
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600, marginTop: 2 }}>{translate('domicile.decision.review_when')}</Typography>
      <ul style={{ margin: 0, paddingLeft: 20 }}>{record.reviewTriggers.map(({ watch, threshold, then }) => <li key={`${watch} ${threshold}`} style={{ overflowWrap: 'anywhere' }}>{watch} {threshold}: {then}</li>)}</ul>
    </Panel>
  );
}
