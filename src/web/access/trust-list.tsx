import { useState } from 'react';
import { Button } from '@mui/material';
import { Confirm, List, TopToolbar, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { useAct } from '../admin/use-act.js';
import { type Schemas } from '../api/shapes.js';
import { TrustDialog } from './trust-dialog.js';

type Trust = Schemas['CiTrust'];

const columns: readonly Column<Trust>[] = [
  { name: 'name', sort: 'name', show: ({ name }) => name },
  { name: 'issuer', show: ({ issuer }) => issuer.replace(/^https:\/\//, '') },
  { name: 'repository', show: ({ repository }) => repository },
  { name: 'workflow', show: ({ workflow }) => <span style={{ overflowWrap: 'anywhere' }}>{workflow}</span> },
  { name: 'ref', show: ({ ref }) => ref },
  { name: 'scopes', show: ({ scopes }) => scopes.join(', ') },
  { name: 'createdAt', sort: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} /> },
  { name: 'actions', show: (trust) => <Remove trust={trust} /> },
];

/** Whose jobs in CI may ask without a secret. */
export function TrustList() {
  return (
    <List actions={<Add />} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Add() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <TopToolbar>
      <Button size="small" onClick={() => setOpen(true)}>{translate('domicile.trust.add')}</Button>
      {open ? <TrustDialog onClose={() => setOpen(false)} /> : null}
    </TopToolbar>
  );
}

function Remove({ trust: { id, name } }: { readonly trust: Trust }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" color="error" disabled={busy} onClick={() => setAsking(true)}>{translate('domicile.trust.remove')}</Button>
      <Confirm isOpen={asking} title={name} content={translate('domicile.trust.remove_lead')} onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); void act(`ci-trusts/${id}`, { method: 'DELETE' }); }} />
    </>
  );
}
