import { useState } from 'react';
import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { List, SelectInput, TextInput, TopToolbar, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { filteredList } from '../admin/filtered-list.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { type Evidence } from '../api/shapes.js';
import { Expiry } from './expiry.js';
import { evidenceTypes } from './evidence-types.js';

const noticeDays = 30;

const columns: readonly Column<Evidence>[] = [
  { name: 'title', show: ({ title }) => title },
  { name: 'kind', show: ({ type }) => <Type type={type} /> },
  { name: 'record', show: ({ record }) => record ?? '–' },
  { name: 'effective', show: ({ effective }) => <Day at={effective} /> },
  { name: 'expires', show: ({ expires }) => <Expiry expires={expires} /> },
  { name: 'addedBy', show: ({ addedBy, addedAt }) => <><Person id={addedBy} /> · <Day at={addedAt} /></> },
];

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
      <RowList columns={columns} />
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

function Type({ type }: Pick<Evidence, 'type'>) {
  return <>{useTranslate()(`domicile.evidence.types.${type}`, { _: type })}</>;
}
