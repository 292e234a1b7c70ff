import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { List, SelectInput, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { RowList } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { decisionColumns } from './decision-columns.js';
import { decisionStates } from './decision.js';
import { NewDecisionDialog } from './new-decision-dialog.js';

export function DecisionList() {
  const filters = [<SelectInput key="state" source="state" label="domicile.field.state" choices={[...choicesOf('state', decisionStates)]} alwaysOn />];
  return (
    <>
      {may('decision:draft') ? <Draft /> : null}
      <List actions={false} filters={filters} perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
        <RowList columns={decisionColumns} />
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
