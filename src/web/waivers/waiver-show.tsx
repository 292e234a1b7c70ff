import { Box, Typography } from '@mui/material';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Day } from '../admin/day.js';
import { History } from '../admin/history.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { WordChip } from '../admin/word-chip.js';
import { type Waiver } from '../api/shapes.js';
import { WaiverActions } from './waiver-actions.js';

export function WaiverShow() {
  return (
    <Show actions={false} component="div">
      <WaiverScreen />
    </Show>
  );
}

function WaiverScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Waiver>();
  if (record === undefined) return null;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Box>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}><WordChip group="state" word={record.state} /><Typography color="text.secondary">{record.pack} · {record.rules.join(', ')}</Typography></Box>
          <Typography component="h1" variant="h5" sx={{ marginTop: 1 }}>{record.name}</Typography>
        </Box>
        <Request {...record} />
        <Panel title={translate('domicile.waiver.covers')}>
          <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
            {record.findings.map((fingerprint, index) => <li key={fingerprint}><Link to={`/findings/${fingerprint}/show`} style={{ color: 'inherit' }}>{record.subjects[index] === undefined ? fingerprint : [record.subjects[index].subject, record.subjects[index].element].filter(Boolean).join(' · ')}</Link></li>)}
          </Box>
        </Panel>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <WaiverActions waiver={record} />
        <Panel title={translate('domicile.finding.history')}><History events={record.events ?? []} /></Panel>
      </Box>
    </Box>
  );
}

function Request({ reason, justification, compensatingMeasure, ticket, validFrom, expiresAt, requestedBy, approverRoles, approvals }: Waiver) {
  const translate = useTranslate();
  const role = (name: string): string => translate(`domicile.role.${name}`, { _: name });
  return (
    <Panel title={translate('domicile.waiver.justification')}>
      <Typography sx={{ whiteSpace: 'pre-wrap' }}>{justification}</Typography>
      <Box component="dl" sx={{ margin: 0, marginTop: 2, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, rowGap: 0.5, '& dd': { margin: 0 }, '& dt': { color: 'text.secondary' } }}>
        <dt>{translate('domicile.waiver.reason')}</dt>
        <dd>{translate(`domicile.waiver.reasons.${reason}`)}</dd>
        {compensatingMeasure === undefined ? null : <><dt>{translate('domicile.waiver.measure')}</dt><dd>{compensatingMeasure}</dd></>}
        {ticket === undefined ? null : <><dt>{translate('domicile.waiver.ticket')}</dt><dd>{ticket}</dd></>}
        <dt>{translate('domicile.field.from')}</dt>
        <dd>{validFrom === null ? translate('domicile.waiver.from_approval') : <Day at={validFrom} />}</dd>
        <dt>{translate('domicile.waiver.expires')}</dt>
        <dd><Day at={expiresAt} /></dd>
        <dt>{translate('domicile.waiver.requested')}</dt>
        <dd><Person id={requestedBy} /></dd>
        <dt>{translate('domicile.waiver.approvers')}</dt>
        <dd>{approverRoles.map(role).join(', ')}</dd>
        {approvals.length === 0 ? null : <><dt>{translate('domicile.waiver.approvals')}</dt><dd>{approvals.map(({ by, role: as, at }) => <div key={by}><Person id={by} /> · {role(as)} · <Day at={at} time /></div>)}</dd></>}
      </Box>
    </Panel>
  );
}
