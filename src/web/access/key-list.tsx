import { useState } from 'react';
import { Button } from '@mui/material';
import { Confirm, List, TopToolbar, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { useAct } from '../admin/use-act.js';
import { type Schemas } from '../api/shapes.js';
import { KeyDialog } from './key-dialog.js';

type ApiKey = Schemas['ApiKey'];

const columns: readonly Column<ApiKey>[] = [
  { name: 'name', sort: 'name', show: ({ name }) => name },
  { name: 'scopes', show: ({ scopes }) => scopes.join(', ') },
  { name: 'units', show: ({ units, readsOwnOnly }) => <Units units={units} readsOwnOnly={readsOwnOnly} /> },
  { name: 'createdAt', sort: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} /> },
  { name: 'expiresAt', sort: 'expiresAt', show: ({ expiresAt }) => <End at={expiresAt} /> },
  { name: 'actions', show: (key) => <Revoke apiKey={key} /> },
];

/** Keys of programs, for those who manage them. */
export function KeyList() {
  return (
    <List actions={<Add />} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25} pagination={<ListPagination />} exporter={false}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Add() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <TopToolbar>
      <Button size="small" onClick={() => setOpen(true)}>{translate('domicile.key.add')}</Button>
      {open ? <KeyDialog onClose={() => setOpen(false)} /> : null}
    </TopToolbar>
  );
}

function Units({ units, readsOwnOnly }: Pick<ApiKey, 'units' | 'readsOwnOnly'>) {
  const translate = useTranslate();
  return units === null ? <>{translate('domicile.key.all_units')}</> : <>{units.join(', ')}{readsOwnOnly ? ` · ${translate('domicile.user.reads_own_only')}` : ''}</>;
}

function End({ at }: { readonly at: string | null }) {
  const translate = useTranslate();
  return at === null ? <>{translate('domicile.key.never')}</> : <Day at={at} />;
}

function Revoke({ apiKey: { id, name, revokedAt } }: { readonly apiKey: ApiKey }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  if (revokedAt !== null) return <>{translate('domicile.key.ended')} <Day at={revokedAt} /></>;
  return (
    <>
      <Button size="small" color="error" disabled={busy} onClick={() => setAsking(true)}>{translate('domicile.key.revoke')}</Button>
      <Confirm isOpen={asking} title={name} content={translate('domicile.key.revoke_lead')} onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); void act(`keys/${id}`, { method: 'DELETE' }); }} />
    </>
  );
}
