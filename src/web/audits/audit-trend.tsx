import { Typography } from '@mui/material';
import { useGetList, useLocaleState, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { type Audit } from '../api/shapes.js';
import { ChartFigure } from '../charts/chart-figure.js';
import { CurveChart } from '../charts/curve-chart.js';
import { useChartColours } from '../charts/use-chart-colours.js';

const outcomes = ['fail', 'unknown', 'error', 'waived'] as const;
const shown = 60;

/** How outcomes of audits of the whole register went; an audit of a part would look like an improvement, and is left out. */
export function AuditTrend() {
  const translate = useTranslate();
  const colours = useChartColours();
  const [locale] = useLocaleState();
  const { data } = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: { page: 1, perPage: shown }, sort: { field: '', order: 'ASC' } });
  const audits = [...(data ?? [])].filter(({ part }) => part === null).sort((left, right) => Date.parse(left.asOf) - Date.parse(right.asOf));
  const title = translate('domicile.trend.title');
  const first = audits[0];
  const last = audits.at(-1);
  const drawn = outcomes.filter((outcome) => audits.some(({ counts }) => (counts[outcome] ?? 0) > 0));
  const word = (outcome: string): string => translate(`domicile.verdict.${outcome}`);
  const day = (at: number): string => new Date(at).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short' });
  const from = Date.parse(first?.asOf ?? '');
  const until = Math.max(from + 1, Date.parse(last?.asOf ?? ''));
  const ticks = day(from) === day(until) ? [from] : [from, (from + until) / 2, until];
  return (
    <Panel title={title}>
      {first === undefined || last === undefined || audits.length < 2 ? <Typography color="text.secondary">{translate(data === undefined ? 'domicile.sign_in.loading' : 'domicile.trend.too_few')}</Typography> : (
        <ChartFigure title={translate('domicile.trend.outcomes')} caption={translate('domicile.trend.caption', { smart_count: audits.length })} table={{ columns: [translate('domicile.field.asOf'), translate('domicile.field.conclusion'), ...outcomes.map(word)], rows: [...audits].reverse().map(({ id, asOf, conclusion, counts }) => [<Day key={id} at={asOf} time />, <WordChip key="conclusion" group="conclusion" word={conclusion} />, ...outcomes.map((outcome) => counts[outcome] ?? 0)]) }}>
          <CurveChart height={220} colours={[colours.away, colours.open, colours.ink, colours.home]} label={`${title}: ${drawn.map((outcome) => `${word(outcome)} ${first.counts[outcome] ?? 0} → ${last.counts[outcome] ?? 0}`).join('; ')}`} tick={(value) => String(value)} x={{ domain: [from, until], ticks, tick: day, title: '' }} curves={drawn.map((outcome) => ({ label: word(outcome), dots: true, line: audits.map(({ asOf, counts }) => [Date.parse(asOf), counts[outcome] ?? 0] as const) }))} />
        </ChartFigure>
      )}
    </Panel>
  );
}
