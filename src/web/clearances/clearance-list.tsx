import { useState } from 'react';
import { Button } from '@mui/material';
import { List, TextInput, TopToolbar, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type Clearance } from '../api/shapes.js';
import { ClearanceDialog } from './clearance-dialog.js';

const columns: readonly Column<Clearance>[] = [
  { name: 'clearance', show: ({ name }) => name },
  { name: 'deployment', show: ({ deployment }) => deployment },
  { name: 'state', show: ({ state }) => <WordChip group="clearance_state" word={state} /> },
  { name: 'grantedBy', show: ({ grantedBy }) => <Person id={grantedBy} /> },
  { name: 'grantedAt', show: ({ grantedAt }) => <Day at={grantedAt} /> },
  { name: 'expiresAt', show: ({ expiresAt }) => <Day at={expiresAt} /> },
];

/** What may run as an audit saw it. */
export function ClearanceList() {
  return (
    <List filters={[<TextInput key="deployment" source="deployment" label="domicile.field.deployment" alwaysOn />]} actions={<Add />} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
      <RowList columns={columns} />
    </List>
  );
}

function Add() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <TopToolbar>
      {may('clearance:grant') ? <Button size="small" onClick={() => setOpen(true)}>{translate('domicile.clearance.add')}</Button> : null}
      {open ? <ClearanceDialog onClose={() => setOpen(false)} /> : null}
    </TopToolbar>
  );
}
