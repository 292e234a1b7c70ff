import { Alert, Box, Chip, Typography } from '@mui/material';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Day } from '../admin/day.js';
import { History } from '../admin/history.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { WordChip } from '../admin/word-chip.js';
import { valueText } from '../admin/value-text.js';
import { may } from '../api/session.js';
import { type Finding, type FindingInFull } from '../api/shapes.js';
import { FindingActions } from './finding-actions.js';
import { OperandLines } from './operand-lines.js';

export function FindingShow() {
  return (
    <Show actions={false} component="div">
      <FindingScreen />
    </Show>
  );
}

function FindingScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Finding | FindingInFull>();
  if (record === undefined || !('finding' in record)) return null;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Head {...record} />
        <Why {...record} />
        <Panel title={translate('domicile.finding.fix')}>
          <Typography>{record.finding.remediation}</Typography>
          <Place {...record} />
        </Panel>
        <Panel title={translate('domicile.finding.rationale')}>
          <Typography>{record.finding.rationale}</Typography>
          <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', marginTop: 1 }}>{record.finding.controls.map((control) => <Chip key={control} size="small" label={control} />)}</Box>
        </Panel>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <FindingActions finding={record} />
        <Panel title={translate('domicile.finding.history')}><History events={record.events} /></Panel>
      </Box>
    </Box>
  );
}

function Head({ title, ruleId, pack, severity, verdict, state, message, audited, assignee, openedAt }: FindingInFull) {
  const translate = useTranslate();
  return (
    <Box>
      {audited?.stale === true ? <Alert severity="warning" variant="outlined" sx={{ marginBottom: 2 }}>{translate('domicile.dashboard.stale')}</Alert> : null}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <WordChip group="severity" word={severity} />
        <WordChip group="verdict" word={verdict} />
        <WordChip group="state" word={state} />
        <Typography variant="body2" color="text.secondary">{pack} · {ruleId} · <Day at={openedAt} /> · {translate('domicile.field.assignee')}: <Person id={assignee ?? undefined} /></Typography>
      </Box>
      <Typography component="h1" variant="h5" sx={{ marginTop: 1 }}>{title}</Typography>
      <Typography sx={{ marginTop: 0.5, overflowWrap: 'anywhere' }}>{message}</Typography>
    </Box>
  );
}

function Why({ finding: { explanation, missing, facts } }: FindingInFull) {
  const translate = useTranslate();
  return (
    <Panel title={translate('domicile.finding.why')}>
      {explanation.length === 0 && missing.length === 0 ? <Typography>{translate('domicile.finding.none_shown')}</Typography> : null}
      {explanation.map(({ expression, result, operands }, index) => (
        <Box key={index} sx={{ marginBottom: 1 }}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{translate('domicile.finding.says', { expression, result: result === 'unknown' ? translate('domicile.common.unknown') : valueText(result, translate) })}</Typography>
          <OperandLines operands={operands} />
        </Box>
      ))}
      {facts.length === 0 ? null : (
        <>
          <Typography component="h3" variant="subtitle2">{translate('domicile.finding.facts')}</Typography>
          <Box component="ul" sx={{ marginY: 0.5, paddingLeft: 2.5 }}>{facts.map(({ id, confidence, state }) => <li key={id}><code>{id}</code> · {confidence} · {state}</li>)}</Box>
        </>
      )}
    </Panel>
  );
}

function Place({ subject, element, finding: { location } }: FindingInFull) {
  const translate = useTranslate();
  const [kind = '', ...rest] = subject.split('/');
  return (
    <Box component="dl" sx={{ margin: 0, marginTop: 1, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, '& dd': { margin: 0, overflowWrap: 'anywhere' }, '& dt': { color: 'text.secondary' } }}>
      <dt>{translate('domicile.finding.subject')}</dt>
      <dd>{may('register:read') ? <Link to={`/${kind}/${encodeURIComponent(rest.join('/'))}/show`} style={{ color: 'inherit' }}>{subject}</Link> : subject}</dd>
      {element === null ? null : <><dt>{translate('domicile.finding.element')}</dt><dd>{element}</dd></>}
      {location === undefined ? null : <><dt>{translate('domicile.finding.where')}</dt><dd><code>{[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}</code></dd></>}
    </Box>
  );
}
