import { useState } from 'react';
import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { List, SelectInput, TextInput, TopToolbar, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { filteredList } from '../admin/filtered-list.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { evidenceColumns } from './evidence-columns.js';
import { evidenceTypes } from './evidence-types.js';

const noticeDays = 30;

/** Documents that show that something is as it is said to be. */
export function EvidenceList() {
  const filters = [
    <SelectInput key="type" source="type" label="domicile.field.kind" choices={[...choicesOf('evidence.types', evidenceTypes)]} alwaysOn />,
    <TextInput key="record" source="record" label="domicile.evidence.record" alwaysOn />,
    <SelectInput key="superseded" source="superseded" label="domicile.evidence.superseded" choices={[...choicesOf('choice', ['exclude', 'include'])]} />,
    <TextInput key="expiresBefore" source="expiresBefore" label="domicile.evidence.expires_before" type="date" />,
  ];
  return (
    <List filters={filters} actions={<Actions />} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
      <RowList columns={evidenceColumns} />
    </List>
  );
}

function Actions() {
  const translate = useTranslate();
  const [soon] = useState(() => new Date(Date.now() + noticeDays * 86_400_000).toISOString().slice(0, 10));
  return (
    <TopToolbar>
      <Button size="small" component={Link} to={filteredList('evidence', { expiresBefore: soon })}>{translate('domicile.evidence.soon')}</Button>
      {may('evidence:add') ? <Button size="small" component={Link} to="/evidence/create">{translate('domicile.evidence.add')}</Button> : null}
    </TopToolbar>
  );
}
