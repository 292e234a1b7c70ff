import { Box, Button, Link as TextLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { ListBase, ResourceContextProvider, useGetList, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { filteredList } from '../admin/filtered-list.js';
import { ListPagination } from '../admin/list-pagination.js';
import { usePeople } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type Delivery, type ScheduleRun } from '../api/shapes.js';

const columns: readonly Column<ScheduleRun>[] = [
  { name: 'dueAt', show: ({ dueAt }) => <Day at={dueAt} time /> },
  { name: 'why', show: (run) => <Why {...run} /> },
  { name: 'state', show: (run) => <Outcome {...run} /> },
  { name: 'conclusion', show: ({ conclusion }) => (conclusion === null ? '–' : <WordChip group="conclusion" word={conclusion} />) },
  { name: 'report', show: ({ report }) => <Report report={report} /> },
  { name: 'deliveries', show: ({ id, report }) => (report === null || !may('delivery:manage') ? '–' : <Deliveries run={id} />) },
];

const isOpen = (runs: readonly ScheduleRun[] | undefined): boolean => runs?.some(({ state }) => state === 'waiting') === true;

/** What came of a schedule, newest first. */
export function RunList({ schedule }: { readonly schedule: string }) {
  return (
    <ResourceContextProvider value="runs">
      <ListBase<ScheduleRun> filter={{ schedule }} perPage={10} disableSyncWithLocation storeKey={false} queryOptions={{ refetchInterval: ({ state: { data } }) => (isOpen(data?.data) ? 2_000 : false) }}>
        <RowList columns={columns} opens={false} />
        <ListPagination />
      </ListBase>
    </ResourceContextProvider>
  );
}

function Why({ why, askedBy }: ScheduleRun) {
  const translate = useTranslate();
  const person = usePeople().find(({ id }) => id === askedBy)?.name;
  return <>{translate(why === 'due' ? 'domicile.schedule.due' : 'domicile.schedule.by_hand')}{person === undefined ? '' : ` · ${person}`}</>;
}

function Outcome({ state, note }: ScheduleRun) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <WordChip group="run_state" word={state} />
      {note === null ? null : <Typography variant="body2" color={state === 'failed' ? 'error' : 'text.secondary'} sx={{ maxWidth: '40ch' }}>{note}</Typography>}
    </Box>
  );
}

function Report({ report }: Pick<ScheduleRun, 'report'>) {
  const translate = useTranslate();
  return report === null ? <>–</> : <Button size="small" component="a" href={`/api/v1/reports/${report}/content`} download>{translate('domicile.audit.download')}</Button>;
}

function Deliveries({ run }: { readonly run: string }) {
  const translate = useTranslate();
  const origin = `schedule-run/${run}`;
  const { data } = useGetList<Delivery>('deliveries', { filter: { origin }, pagination: { page: 1, perPage: 50 }, sort: { field: '', order: 'ASC' } });
  if (data === undefined) return <>…</>;
  if (data.length === 0) return <>{translate('domicile.common.nobody')}</>;
  const counts = (['delivered', 'waiting', 'dead'] as const).map((state) => [state, data.filter((each) => each.state === state).length] as const).filter(([, count]) => count > 0);
  return <TextLink component={Link} to={filteredList('deliveries', { origin })} color={data.some(({ state }) => state === 'dead') ? 'error' : 'inherit'}>{counts.map(([state, count]) => `${count} ${translate(`domicile.delivery_state.${state}`)}`).join(' · ')}</TextLink>;
}
