import { CreateButton, List, SelectInput, TopToolbar } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type OwnPolicy } from './own-policy.js';

const states = ['draft', 'in-review', 'rejected', 'in-force', 'retired'] as const satisfies readonly OwnPolicy['state'][];

const columns: readonly Column<OwnPolicy>[] = [
  { name: 'id', show: ({ name }) => name },
  { name: 'state', show: ({ state }) => <WordChip group="state" word={state} /> },
  { name: 'pack', show: ({ approved }) => (approved === null ? '' : `${approved.pack} ${approved.packVersion}`) },
  { name: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} time /> },
  { name: 'changedAt', show: ({ changedAt }) => <Day at={changedAt} time /> },
];

/** The packs and overlays of the organisation, each version a row. */
export function OwnPolicyList() {
  const filters = [<SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('state', states)]} alwaysOn />];
  return (
    <List filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} actions={may('policy:write') ? <TopToolbar><CreateButton label="domicile.own_policy.write" /></TopToolbar> : false}>
      <RowList columns={columns} />
    </List>
  );
}
