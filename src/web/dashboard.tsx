import { lazy, Suspense, useState } from 'react';
import { Alert, Box, Button, List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Title, useGetList, useNotify, useTranslate } from 'react-admin';
import { Day } from './admin/day.js';
import { filteredList } from './admin/filtered-list.js';
import { Panel } from './admin/panel.js';
import { useAct } from './admin/use-act.js';
import { WordChip } from './admin/word-chip.js';
import { may } from './api/session.js';
import { FirstSteps } from './guide/first-steps.js';
import { findingStates, severities, unsettledStates, type Audit, type Audited, type Finding, type Waiver } from './api/shapes.js';

const AuditTrend = lazy(async () => ({ default: (await import('./audits/audit-trend.js')).AuditTrend }));
const noticeDays = 30;

export function Dashboard() {
  const translate = useTranslate();
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}>
      <Title title={translate('domicile.dashboard.title')} />
      <FirstSteps />
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {may('audit:read') ? <LastAudit /> : null}
        {may('waiver:read') ? <Waivers /> : null}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {may('finding:read') ? <Findings /> : null}
        {may('audit:read') ? <Suspense fallback={null}><AuditTrend /></Suspense> : null}
      </Box>
    </Box>
  );
}

function LastAudit() {
  const translate = useTranslate();
  const notify = useNotify();
  const { busy, act } = useAct();
  const { data, isPending } = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: { page: 1, perPage: 1 }, sort: { field: '', order: 'ASC' } });
  const audited = useAudited();
  const records = useGetList('deployment', { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } }, { enabled: may('register:read') });
  const audit = async (): Promise<void> => {
    const result = await act<{ readonly conclusion: string }>('audits', { method: 'POST', body: {} });
    if (result !== undefined) notify('domicile.dashboard.audited', { type: 'success', messageArgs: { conclusion: translate(`domicile.conclusion.${result.conclusion}`) } });
  };
  const last = data?.[0];
  const empty = (records.meta as { readonly revision?: number } | undefined)?.revision === 0;
  return (
    <Panel title={translate('domicile.dashboard.conclusion')}>
      {last === undefined ? (
        <Typography color="text.secondary">{isPending ? '…' : translate(empty ? 'domicile.dashboard.empty' : 'domicile.dashboard.never')}</Typography>
      ) : (
        <>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', marginBottom: 1 }}>
            <WordChip group="conclusion" word={last.conclusion} />
            <Typography variant="body2">{translate(last.blocked ? 'domicile.gate.blocked' : 'domicile.gate.passed')}</Typography>
          </Box>
          <Typography variant="body2" color="text.secondary"><Day at={last.asOf} time /> · {translate('domicile.audit.revision', { revision: last.revision })}</Typography>
          <Typography variant="body2" sx={{ marginY: 1 }}>{Object.entries(last.counts).filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${translate(`domicile.verdict.${outcome}`)}`).join(' · ')}</Typography>
          {audited === undefined || audited === null ? null : <Alert severity={audited.stale ? 'warning' : 'success'} variant="outlined">{translate(audited.stale ? 'domicile.dashboard.stale' : 'domicile.dashboard.fresh')}</Alert>}
        </>
      )}
      <Box sx={{ display: 'flex', gap: 1, marginTop: 2, flexWrap: 'wrap' }}>
        {may('register:audit') && !empty ? <Button variant="contained" disabled={busy} onClick={() => void audit()}>{translate(busy ? 'domicile.dashboard.auditing' : 'domicile.dashboard.audit')}</Button> : null}
        {may('register:write') && empty ? <Button variant="contained" component={Link} to="/import">{translate('domicile.menu.import')}</Button> : null}
        {last === undefined ? null : <Button component={Link} to="/audits">{translate('domicile.dashboard.see')}</Button>}
      </Box>
    </Panel>
  );
}

interface FindingMeta {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly audited: Audited | null;
}

function useFindingMeta(filter: object): FindingMeta | undefined {
  return useGetList<Finding>('findings', { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'severity', order: 'ASC' } }, { enabled: may('finding:read') }).meta as FindingMeta | undefined;
}

function useAudited(): Audited | null | undefined {
  return useFindingMeta({})?.audited;
}

function Findings() {
  const translate = useTranslate();
  const meta = useFindingMeta({});
  return (
    <Panel title={translate('domicile.dashboard.by_state')}>
      {meta?.audited === null ? <Typography color="text.secondary">{translate('domicile.dashboard.never')}</Typography> : <FindingCounts counts={meta?.counts} />}
    </Panel>
  );
}

function FindingCounts({ counts }: { readonly counts: FindingMeta['counts'] | undefined }) {
  const translate = useTranslate();
  return (
    <>
      <List dense disablePadding>
        {findingStates.map((state) => <CountLine key={state} to={filteredList('findings', { state: [state] })} group="state" word={state} count={counts?.[state]} />)}
      </List>
      <Typography component="h3" variant="h6" sx={{ marginTop: 2 }}>{translate('domicile.dashboard.by_severity')}</Typography>
      <List dense disablePadding>
        {severities.map((severity) => <SeverityLine key={severity} severity={severity} />)}
      </List>
    </>
  );
}

function SeverityLine({ severity }: { readonly severity: string }) {
  const filter = { severity: [severity], state: unsettledStates };
  return <CountLine to={filteredList('findings', filter)} group="severity" word={severity} count={useFindingMeta(filter)?.total} />;
}

function CountLine({ to, group, word, count }: { readonly to: string; readonly group: 'state' | 'severity'; readonly word: string; readonly count: number | undefined }) {
  return (
    <ListItem disablePadding>
      <ListItemButton component={Link} to={to} sx={{ justifyContent: 'space-between', paddingX: 1, borderRadius: 1 }}>
        <WordChip group={group} word={word} />
        <Typography component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>{count ?? '…'}</Typography>
      </ListItemButton>
    </ListItem>
  );
}

function Waivers() {
  const translate = useTranslate();
  const [soon] = useState(() => new Date(Date.now() + noticeDays * 24 * 60 * 60 * 1000).toISOString());
  const all = (filter: object) => ({ filter, pagination: { page: 1, perPage: 200 }, sort: { field: '', order: 'ASC' } as const });
  const expiring = useGetList<Waiver>('waivers', all({ state: 'approved', expiresBefore: soon })).data;
  const waiting = useGetList<Waiver>('waivers', all({ state: 'in-review' })).data ?? [];
  return (
    <Panel title={translate('domicile.dashboard.expiring')}>
      {expiring === undefined || expiring.length === 0 ? <Typography color="text.secondary">{expiring === undefined ? '…' : translate('domicile.dashboard.no_expiring')}</Typography> : <WaiverLines waivers={expiring} />}
      {waiting.length === 0 ? null : (
        <>
          <Typography component="h3" variant="h6" sx={{ marginTop: 2 }}>{translate('domicile.dashboard.waiting')}</Typography>
          <WaiverLines waivers={waiting} />
        </>
      )}
    </Panel>
  );
}

function WaiverLines({ waivers }: { readonly waivers: readonly Waiver[] }) {
  return (
    <List dense disablePadding>
      {waivers.map(({ id, name, rules, expiresAt }) => (
        <ListItem key={id} disablePadding>
          <ListItemButton component={Link} to={`/waivers/${id}/show`} sx={{ paddingX: 1, borderRadius: 1 }}>
            <ListItemText primary={`${name} · ${rules.join(', ')}`} secondary={<Day at={expiresAt} />} />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
