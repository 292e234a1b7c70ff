import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { List, SelectInput, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { useAct } from '../admin/use-act.js';
import { WordChip } from '../admin/word-chip.js';
import { currentSession, may } from '../api/session.js';
import { type Job } from '../api/shapes.js';

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const satisfies readonly Job['state'][];

const columns: readonly Column<Job>[] = [
  { name: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} time /> },
  { name: 'job', show: ({ kind }) => <Kind kind={kind} /> },
  { name: 'askedBy', show: ({ askedBy }) => <Person {...askedBy} /> },
  { name: 'state', show: (job) => <Progress {...job} /> },
  { name: 'endedAt', show: ({ endedAt }) => (endedAt === null ? '–' : <Day at={endedAt} time />) },
  { name: 'actions', show: (job) => <Actions job={job} /> },
];

const isOpen = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

/** Work that goes on apart from any screen. */
export function JobList() {
  return (
    <List<Job> filters={[<SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('job_state', states)]} alwaysOn />]} perPage={25} pagination={<ListPagination />} exporter={false} empty={false} queryOptions={{ refetchInterval: ({ state: { data } }) => (data?.data?.some(isOpen) === true ? 1_500 : 10_000) }}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Kind({ kind }: Pick<Job, 'kind'>) {
  return <>{useTranslate()(`domicile.job.kinds.${kind}`, { _: kind })}</>;
}

function Progress({ kind, state, progress, problem, attempts }: Job) {
  const translate = useTranslate();
  const running = state === 'running' && progress !== null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start', minWidth: 160 }}>
      <WordChip group="job_state" word={state} />
      {running ? <LinearProgress aria-label={translate(`domicile.job.kinds.${kind}`, { _: kind })} variant={progress.total > 0 ? 'determinate' : 'indeterminate'} value={progress.total > 0 ? (100 * progress.done) / progress.total : 0} sx={{ width: '100%' }} /> : null}
      {running ? <Typography variant="body2" color="text.secondary">{progress.what} · {progress.done}/{progress.total}</Typography> : null}
      {problem === null ? null : <Typography variant="body2" color="error" sx={{ maxWidth: '50ch', overflowWrap: 'anywhere' }}>{problem.detail}</Typography>}
      {attempts > 1 ? <Typography variant="body2" color="text.secondary">{translate('domicile.job.attempts', { smart_count: attempts })}</Typography> : null}
    </Box>
  );
}

function Actions({ job }: { readonly job: Job }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const { id, askedBy, result } = job;
  if (result !== null) return <Button size="small" component="a" href={result.address} download={`${job.kind}-${id}.${result.mediaType === 'application/pdf' ? 'pdf' : 'json'}`}>{translate('domicile.job.result')}</Button>;
  const own = askedBy.kind === 'user' && askedBy.id === currentSession()?.user.id;
  return isOpen(job) && may('job:create') && (own || may('job:cancel')) ? <Button size="small" color="error" disabled={busy} onClick={() => void act(`jobs/${id}/cancel`, { method: 'POST' })}>{translate('domicile.job.cancel')}</Button> : null;
}
