import { lazy, Suspense, useState } from 'react';
import { Alert, Box, Button, Link as PlainLink, List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Title, useGetList, useNotify, useTranslate } from 'react-admin';
import { Day } from './admin/day.js';
import { filteredList } from './admin/filtered-list.js';
import { Panel } from './admin/panel.js';
import { useAct } from './admin/use-act.js';
import { WordChip } from './admin/word-chip.js';
import { may } from './api/session.js';
import { FirstSteps } from './guide/first-steps.js';
import { useIsExample } from './guide/use-is-example.js';
import { findingStates, severities, unsettledStates, type Audit, type Audited, type Finding, type Waiver } from './api/shapes.js';

const AuditTrend = lazy(async () => ({ default: (await import('./audits/audit-trend.js')).AuditTrend }));
const noticeDays = 30;

/** What has to be looked at. Nothing is drawn before it is known what stands above what, so that nothing moves. */
export function Dashboard() {
  const translate = useTranslate();
  const isExample = useIsExample();
  const register = useRegisterAudit();
  const waivers = useWaiversToSee();
  const title = <Title title={translate('domicile.dashboard.title')} />;
  if (isExample === undefined || register === undefined || waivers === undefined) return title;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      {title}
      {isExample ? <FirstSteps /> : null}
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {may('audit:read') ? <LastAudit {...register} /> : null}
        {may('waiver:read') ? <Waivers {...waivers} /> : null}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {may('finding:read') ? <Findings /> : null}
        {may('audit:read') ? <Suspense fallback={null}><AuditTrend /></Suspense> : null}
      </Box>
    </Box>
  );
}

interface RegisterAudit {
  readonly last: Audit | undefined;
  readonly audited: Audited | null | undefined;
  readonly empty: boolean;
}

/** The last audit of the register and how it stands to it; undefined until that is known. */
function useRegisterAudit(): RegisterAudit | undefined {
  const audits = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: { page: 1, perPage: 1 }, sort: { field: '', order: 'ASC' } }, { enabled: may('audit:read') });
  const findings = useFindings({});
  const records = useGetList('deployment', { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } }, { enabled: may('register:read') });
  if (audits.isLoading || findings.isLoading || records.isLoading) return undefined;
  return { last: audits.data?.[0], audited: (findings.meta as FindingMeta | undefined)?.audited, empty: (records.meta as { readonly revision?: number } | undefined)?.revision === 0 };
}

function LastAudit({ last, audited, empty }: RegisterAudit) {
  const translate = useTranslate();
  const notify = useNotify();
  const { busy, act } = useAct();
  const audit = async (): Promise<void> => {
    const result = await act<{ readonly conclusion: string }>('audits', { method: 'POST', body: {} });
    if (result !== undefined) notify('domicile.dashboard.audited', { type: 'success', messageArgs: { conclusion: translate(`domicile.conclusion.${result.conclusion}`) } });
  };
  return (
    <Panel title={translate('domicile.dashboard.conclusion')}>
      {last === undefined ? (
        <Typography color="text.secondary">{translate(empty ? 'domicile.dashboard.empty' : 'domicile.dashboard.never')}</Typography>
      ) : (
        <>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', marginBottom: 1 }}>
            <WordChip group="conclusion" word={last.conclusion} />
            <Typography variant="body2">{translate(last.blocked ? 'domicile.gate.blocked' : 'domicile.gate.passed')}</Typography>
          </Box>
          <Typography variant="body2" color="text.secondary"><Day at={last.asOf} time /> · {translate('domicile.audit.revision', { revision: last.revision })}</Typography>
          <OutcomeCounts audit={last} listed={audited?.audit === last.id} />
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

/** Findings of outcomes that the list shows: those that are settled by a waiver too. */
const standingStates = findingStates.filter((state) => state !== 'resolved');

/** How many verdicts came out how; what findings tell of leads to them where the list rests on this very audit. */
function OutcomeCounts({ audit: { counts, part }, listed }: { readonly audit: Audit; readonly listed: boolean }) {
  const translate = useTranslate();
  const linked = (outcome: string): boolean => listed && part === null && may('finding:read') && ['fail', 'unknown', 'error'].includes(outcome);
  return (
    <Box component="ul" sx={{ listStyle: 'none', padding: 0, marginY: 1, display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.875rem' }}>
      {Object.entries(counts).filter(([, count]) => count > 0).map(([outcome, count]) => {
        const text = `${count} ${translate(`domicile.verdict.${outcome}`)}`;
        return <li key={outcome}>{linked(outcome) ? <PlainLink component={Link} to={filteredList('findings', { verdict: outcome, state: standingStates })}>{text}</PlainLink> : text}</li>;
      })}
    </Box>
  );
}

interface FindingMeta {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly audited: Audited | null;
}

function useFindings(filter: object) {
  return useGetList<Finding>('findings', { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'severity', order: 'ASC' } }, { enabled: may('finding:read') });
}

function useFindingMeta(filter: object): FindingMeta | undefined {
  return useFindings(filter).meta as FindingMeta | undefined;
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

interface WaiversToSee {
  readonly expiring: readonly Waiver[];
  readonly waiting: readonly Waiver[];
}

/** Waivers that end soon, and those that wait for a decision; undefined until they are known. */
function useWaiversToSee(): WaiversToSee | undefined {
  const [soon] = useState(() => new Date(Date.now() + noticeDays * 24 * 60 * 60 * 1000).toISOString());
  const all = (filter: object) => ({ filter, pagination: { page: 1, perPage: 200 }, sort: { field: '', order: 'ASC' } as const });
  const expiring = useGetList<Waiver>('waivers', all({ state: 'approved', expiresBefore: soon }), { enabled: may('waiver:read') });
  const waiting = useGetList<Waiver>('waivers', all({ state: 'in-review' }), { enabled: may('waiver:read') });
  return expiring.isLoading || waiting.isLoading ? undefined : { expiring: expiring.data ?? [], waiting: waiting.data ?? [] };
}

function Waivers({ expiring, waiting }: WaiversToSee) {
  const translate = useTranslate();
  return (
    <Panel title={translate('domicile.dashboard.expiring')}>
      {expiring.length === 0 ? <Typography color="text.secondary">{translate('domicile.dashboard.no_expiring')}</Typography> : <WaiverLines waivers={expiring} />}
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
