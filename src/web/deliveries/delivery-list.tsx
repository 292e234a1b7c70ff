import { Box, Typography } from '@mui/material';
import { List, SelectInput, TextInput } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { type Delivery } from '../api/shapes.js';
import { RecipientNames } from './recipient-names.js';

const states = ['waiting', 'delivered', 'dead'] as const satisfies readonly Delivery['state'][];

const columns: readonly Column<Delivery>[] = [
  { name: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} time /> },
  { name: 'title', leads: true, show: ({ title }) => title },
  { name: 'recipient', show: ({ recipient }) => <RecipientNames recipients={[recipient]} /> },
  { name: 'state', show: ({ state }) => <WordChip group="delivery_state" word={state} /> },
  { name: 'attempts', show: ({ attempts }) => <Attempts attempts={attempts} /> },
];

const waits = (rows: readonly Delivery[] | undefined): boolean => rows?.some(({ state }) => state === 'waiting') === true;

/** Everything that was sent to someone, or was to be. */
export function DeliveryList() {
  const filters = [
    <SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('delivery_state', states)]} alwaysOn />,
    <TextInput key="origin" source="origin" label="domicile.field.origin" />,
  ];
  return (
    <List<Delivery> filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} empty={false} queryOptions={{ refetchInterval: ({ state: { data } }) => (waits(data?.data) ? 3_000 : false) }}>
      <RowList columns={columns} />
    </List>
  );
}

function Attempts({ attempts }: Pick<Delivery, 'attempts'>) {
  const last = attempts.at(-1);
  return (
    <Box>
      {attempts.length}
      {last?.outcome === 'failed' && last.note !== null ? <Typography variant="body2" color="text.secondary" sx={{ maxWidth: '40ch', overflowWrap: 'anywhere' }}>{last.note}</Typography> : null}
    </Box>
  );
}
