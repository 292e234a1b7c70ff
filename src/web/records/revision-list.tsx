import { List, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { type Change } from '../api/shapes.js';

interface Revision extends Change {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
}

const columns: readonly Column<Revision>[] = [
  { name: 'revision', show: ({ revision }) => revision },
  { name: 'at', show: ({ changedAt }) => <Day at={changedAt} time /> },
  { name: 'changedBy', show: ({ changedBy }) => <Person {...changedBy} /> },
  { name: 'reason', show: ({ reason }) => reason },
  { name: 'changes', show: ({ counts }) => <Counts counts={counts} /> },
];

/** Every change of the register, newest first. */
export function RevisionList() {
  return (
    <List perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Counts({ counts }: Pick<Revision, 'counts'>) {
  const translate = useTranslate();
  return <>{['added', 'changed', 'moved', 'retired'].filter((what) => (counts[what] ?? 0) > 0).map((what) => `${counts[what] ?? 0} ${translate(`domicile.record.what.${what}`)}`).join(' · ')}</>;
}
