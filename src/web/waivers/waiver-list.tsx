import { List, SelectInput } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { waiverStates, type Waiver } from '../api/shapes.js';

const columns: readonly Column<Waiver>[] = [
  { name: 'waiver', show: ({ name }) => name },
  { name: 'state', show: ({ state }) => <WordChip group="state" word={state} /> },
  { name: 'pack', show: ({ pack }) => pack },
  { name: 'rules', show: ({ rules }) => rules.join(', ') },
  { name: 'subject', show: ({ subjects }) => [...new Set(subjects.map(({ subject }) => subject))].slice(0, 3).join(', ') },
  { name: 'requestedBy', show: ({ requestedBy }) => <Person id={requestedBy} /> },
  { name: 'expiresAt', show: ({ expiresAt }) => <Day at={expiresAt} /> },
  { name: 'changedAt', show: ({ changedAt }) => <Day at={changedAt} /> },
];

export function WaiverList() {
  const filters = [<SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('state', waiverStates)]} alwaysOn />];
  return (
    <List filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
      <RowList columns={columns} />
    </List>
  );
}
