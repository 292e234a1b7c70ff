import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { List, SelectInput, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { decisionStates, type DecisionSummary } from './decision.js';
import { NewDecisionDialog } from './new-decision-dialog.js';

const columns: readonly Column<DecisionSummary>[] = [
  { name: 'decision', show: ({ name }) => name },
  { name: 'title', show: ({ title }) => title },
  { name: 'state', show: ({ state }) => <WordChip group="state" word={state} /> },
  { name: 'deployment', show: ({ deployment }) => deployment ?? '–' },
  { name: 'option', show: ({ signOff }) => signOff?.option ?? '–' },
  { name: 'author', show: ({ author }) => <Person id={author} /> },
  { name: 'changedAt', show: ({ changedAt }) => <Day at={changedAt} /> },
];

export function DecisionList() {
  const filters = [<SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('state', decisionStates)]} alwaysOn />];
  return (
    <>
      {may('decision:draft') ? <Draft /> : null}
      <List actions={false} filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
        <RowList columns={columns} />
      </List>
    </>
  );
}

function Draft() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', marginTop: 2 }}>
      <Button variant="contained" onClick={() => setOpen(true)}>{translate('domicile.decision.new')}</Button>
      {open ? <NewDecisionDialog onClose={() => setOpen(false)} /> : null}
    </Box>
  );
}
