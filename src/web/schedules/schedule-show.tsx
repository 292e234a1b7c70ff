import { useState } from 'react';
import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import { Link, useNavigate } from 'react-router-dom';
import { Confirm, Show, useGetList, useNotify, useShowContext, useTranslate } from 'react-admin';
import { FactList } from '../admin/fact-list.js';
import { Panel } from '../admin/panel.js';
import { useAct } from '../admin/use-act.js';
import { may } from '../api/session.js';
import { type Schedule, type ScheduleRun } from '../api/shapes.js';
import { RecipientNames } from '../deliveries/recipient-names.js';
import { languageNames } from '../words/language.js';
import { NextTimes } from './next-times.js';
import { RunList } from './run-list.js';
import { termsOf } from './schedule-terms.js';

export function ScheduleShow() {
  return (
    <Show actions={false} component="div">
      <ScheduleScreen />
    </Show>
  );
}

function ScheduleScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Schedule>();
  if (record === undefined) return null;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography component="h1" variant="h5">{record.name}</Typography>
          {record.enabled ? null : <Chip size="small" label={translate('domicile.schedule.paused')} />}
        </Box>
        <NextTimes next={record.next} timeZone={record.timeZone} />
      </Box>
      <LastFailure schedule={record} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Terms {...record} />
        {may('schedule:manage') ? <Actions schedule={record} /> : null}
      </Box>
      <Panel title={translate('domicile.schedule.runs')}><RunList schedule={record.id} /></Panel>
    </Box>
  );
}

function LastFailure({ schedule }: { readonly schedule: Schedule }) {
  const translate = useTranslate();
  const last = useGetList<ScheduleRun>('runs', { filter: { schedule: schedule.id }, pagination: { page: 1, perPage: 1 }, sort: { field: '', order: 'ASC' } }).data?.[0];
  if (last?.state !== 'failed') return null;
  return <Alert severity="error" variant="outlined">{translate('domicile.schedule.failed_lead')} {last.note}</Alert>;
}

function Terms({ cron, timeZone, audit, report, condition, recipients }: Schedule) {
  const translate = useTranslate();
  return (
    <Panel title={translate('domicile.schedule.what')}>
      <FactList
        facts={[
          ['domicile.schedule.times', <><code>{cron}</code> · {timeZone}</>],
          ['domicile.field.pack', audit.packs === undefined ? translate('domicile.schedule.packs_usual') : audit.packs.join(', ')],
          ['domicile.schedule.part', audit.only === undefined ? translate('domicile.schedule.whole') : audit.only.join(', ')],
          ['domicile.schedule.fail_on', audit.failOn === undefined ? undefined : translate(`domicile.severity.${audit.failOn}`)],
          ['domicile.schedule.on_unknown', audit.onUnknown === undefined ? undefined : translate(`domicile.schedule.unknowns.${audit.onUnknown}`)],
          ['domicile.field.report', `${translate(`domicile.audit.templates.${report.template}`)} · ${languageNames[report.language]}`],
          ['domicile.schedule.condition', translate(`domicile.schedule.conditions.${condition}`)],
          ['domicile.field.recipients', recipients.length === 0 ? translate('domicile.schedule.no_recipients') : <RecipientNames recipients={recipients} />],
        ]}
      />
    </Panel>
  );
}

function Actions({ schedule }: { readonly schedule: Schedule }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { busy, act } = useAct();
  const [ending, setEnding] = useState(false);
  const { id, version, enabled } = schedule;
  const run = async (): Promise<void> => {
    if ((await act(`schedules/${id}/run`, { method: 'POST' })) !== undefined) notify('domicile.schedule.asked', { type: 'info' });
  };
  const end = async (): Promise<void> => {
    setEnding(false);
    if ((await act(`schedules/${id}`, { method: 'DELETE', version })) !== undefined) await navigate('/schedules');
  };
  return (
    <Panel title={translate('domicile.field.actions')}>
      <Stack spacing={1.5}>
        <Button variant="contained" disabled={busy} onClick={() => void run()}>{translate('domicile.schedule.run_now')}</Button>
        <Button variant="outlined" component={Link} to={`/schedules/${id}`}>{translate('ra.action.edit')}</Button>
        <Button variant="outlined" disabled={busy} onClick={() => void act(`schedules/${id}`, { method: 'PUT', version, body: { ...termsOf(schedule), enabled: !enabled } })}>{translate(enabled ? 'domicile.schedule.pause' : 'domicile.schedule.go_on')}</Button>
        <Button color="error" disabled={busy} onClick={() => setEnding(true)}>{translate('domicile.schedule.end')}</Button>
      </Stack>
      <Confirm isOpen={ending} title={schedule.name} content={translate('domicile.schedule.end_lead')} onClose={() => setEnding(false)} onConfirm={() => void end()} />
    </Panel>
  );
}
