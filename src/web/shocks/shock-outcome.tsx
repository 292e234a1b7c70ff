import { Alert, Box, Chip, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { DataTableOf } from '../charts/chart-figure.js';
import { useNumbers } from '../charts/use-numbers.js';
import { impacts, type Broken, type ShockAnswer, type ShockedDeployment } from './shock.js';

const impactColours = { breaks: 'error', undecided: 'warning', unchanged: 'success' } as const;
const fallbackColours: Readonly<Record<string, 'success' | 'warning' | 'error' | 'default'>> = { tested: 'success', untested: 'warning', 'hit-too': 'error', unknown: 'warning', 'not-recorded': 'default' };

export function ShockOutcome({ answer }: { readonly answer: ShockAnswer }) {
  const translate = useTranslate();
  const { amount } = useNumbers();
  const order = (each: ShockedDeployment): number => impacts.indexOf(each.impact);
  const deployments = [...answer.deployments].sort((left, right) => order(left) - order(right) || left.name.localeCompare(right.name));
  const hit = deployments.filter(({ impact }) => impact !== 'unchanged');
  const calm = deployments.filter(({ impact }) => impact === 'unchanged');
  const title = translate('domicile.shock.by_deployment');
  const radius = translate('domicile.shock.radius');
  return (
    <>
      <Panel title={translate('domicile.shock.if', { title: answer.shock.title })}>
        <Box role="status" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{impacts.map((impact) => <Chip key={impact} color={impactColours[impact]} variant={answer.counts[impact] > 0 && impact !== 'unchanged' ? 'filled' : 'outlined'} label={`${answer.counts[impact]} ${translate(`domicile.shock.impact.${impact}`)}`} />)}</Box>
        <Typography variant="body2" color="text.secondary" sx={{ marginTop: 1 }}><Day at={answer.asOf} time /> · {translate('domicile.shock.nothing_stored')}</Typography>
        {answer.problems.length === 0 ? null : <Alert severity="warning" variant="outlined" sx={{ marginTop: 1 }}>{answer.problems.map(({ file, message }) => <div key={`${file} ${message}`}>{file}: {message}</div>)}</Alert>}
      </Panel>
      <Panel title={title}>
        {hit.length === 0 ? <Typography>{translate('domicile.shock.nothing_breaks')}</Typography> : (
          <DataTableOf
            title={title}
            columns={[translate('domicile.field.deployment'), translate('domicile.shock.what'), translate('domicile.shock.stops'), translate('domicile.shock.rules'), translate('domicile.shock.fallback')]}
            rows={hit.map((each) => [<Link key="name" to={`/deployment/${encodeURIComponent(each.id)}/show`} style={{ color: 'inherit' }}>{each.name}</Link>, <Chip key="impact" size="small" color={impactColours[each.impact]} label={translate(`domicile.shock.impact.${each.impact}`)} />, <Stops key="stops" deployment={each} />, <Breaks key="breaks" breaks={each.breaks} />, <Fallback key="fallback" deployment={each} />])}
          />
        )}
        {calm.length === 0 ? null : <Typography variant="body2" color="text.secondary" sx={{ marginTop: 1 }}>{translate('domicile.shock.calm')} {calm.map(({ name }) => name).join(', ')}</Typography>}
      </Panel>
      <Panel title={radius}>
        <DataTableOf title={radius} columns={[translate('domicile.field.criticality'), ...impacts.map((impact) => translate(`domicile.shock.impact.${impact}`)), translate('domicile.shock.users')]} rows={answer.blastRadius.map(({ criticality, usersPerMonth, ...counts }) => [criticality ?? translate('domicile.common.unknown'), ...impacts.map((impact) => counts[impact]), `${amount(usersPerMonth.value)}${usersPerMonth.notStatedFor === 0 ? '' : ` (${translate('domicile.shock.not_stated', { smart_count: usersPerMonth.notStatedFor })})`}`])} />
      </Panel>
      {answer.elsewhere.length === 0 ? null : <Panel title={translate('domicile.shock.elsewhere')}><Breaks breaks={answer.elsewhere} withSubject /></Panel>}
    </>
  );
}

function Stops({ deployment: { stops, why, loses } }: { readonly deployment: ShockedDeployment }) {
  const translate = useTranslate();
  return <><strong>{translate(`domicile.common.${stops}`)}</strong>: {why}{loses.length === 0 ? null : <Typography variant="body2" color="text.secondary">{translate('domicile.shock.loses')} {loses.map(({ flow }) => flow).join(', ')}</Typography>}</>;
}

function Breaks({ breaks, withSubject = false }: { readonly breaks: readonly Broken[]; readonly withSubject?: boolean }) {
  const translate = useTranslate();
  if (breaks.length === 0) return <>–</>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
      {breaks.map(({ ruleId, title, severity, after, subject, element, message, waived }) => (
        <li key={`${ruleId} ${subject} ${element ?? ''}`}>
          <WordChip group="verdict" word={after} /> <WordChip group="severity" word={severity} /> <strong>{ruleId}</strong> {title}{waived ? ` (${translate('domicile.state.waived')})` : ''}
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>{withSubject ? `${subject}: ` : ''}{element === undefined ? '' : `${element}: `}{message}</Typography>
        </li>
      ))}
    </Box>
  );
}

function Fallback({ deployment: { fallback } }: { readonly deployment: ShockedDeployment }) {
  const translate = useTranslate();
  return (
    <>
      <Chip size="small" variant="outlined" color={fallbackColours[fallback.state] ?? 'default'} label={translate(`domicile.shock.fallbacks.${fallback.state}`)} />
      <Typography variant="body2" color="text.secondary">{fallback.why}{fallback.daysWithout === null ? '' : ` · ${translate('domicile.shock.days_without', { smart_count: fallback.daysWithout })}`}</Typography>
    </>
  );
}
