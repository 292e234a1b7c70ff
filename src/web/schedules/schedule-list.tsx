import { Button, Chip } from '@mui/material';
import { Link } from 'react-router-dom';
import { List, TopToolbar, useGetList, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type Schedule, type ScheduleRun } from '../api/shapes.js';
import { languageNames } from '../words/language.js';

const columns: readonly Column<Schedule>[] = [
  { name: 'name', show: ({ name }) => name },
  { name: 'next', show: (schedule) => <Next {...schedule} /> },
  { name: 'timeZone', show: ({ timeZone }) => timeZone },
  { name: 'report', show: ({ report }) => <Report report={report} /> },
  { name: 'condition', show: ({ condition }) => <Condition condition={condition} /> },
  { name: 'recipients', show: ({ recipients }) => recipients.length },
  { name: 'lastRun', show: ({ id }) => <LastRun schedule={id} /> },
];

/** Audits of the register that come by themselves, with their reports. */
export function ScheduleList() {
  return (
    <List actions={<Add />} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
      <RowList columns={columns} />
    </List>
  );
}

function Add() {
  const translate = useTranslate();
  return <TopToolbar>{may('schedule:manage') ? <Button size="small" component={Link} to="/schedules/create">{translate('domicile.schedule.add')}</Button> : null}</TopToolbar>;
}

function Next({ enabled, next }: Schedule) {
  const translate = useTranslate();
  const [first] = next;
  return !enabled || first === undefined ? <Chip size="small" label={translate('domicile.schedule.paused')} /> : <Day at={first} time />;
}

function Report({ report: { template, language } }: Pick<Schedule, 'report'>) {
  return <>{useTranslate()(`domicile.audit.templates.${template}`)} · {languageNames[language]}</>;
}

function Condition({ condition }: Pick<Schedule, 'condition'>) {
  return <>{useTranslate()(`domicile.schedule.conditions.${condition}`)}</>;
}

function LastRun({ schedule }: { readonly schedule: string }) {
  const translate = useTranslate();
  const { data, isPending } = useGetList<ScheduleRun>('runs', { filter: { schedule }, pagination: { page: 1, perPage: 1 }, sort: { field: '', order: 'ASC' } });
  const last = data?.[0];
  if (last === undefined) return <>{isPending ? '…' : translate('domicile.schedule.never_run')}</>;
  return <WordChip group="run_state" word={last.state} />;
}
