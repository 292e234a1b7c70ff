import { useState } from 'react';
import { Button, Chip } from '@mui/material';
import { List, SearchInput, TopToolbar, useTranslate } from 'react-admin';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { useAct } from '../admin/use-act.js';
import { SecretDialog } from './secret-dialog.js';
import { UserDialog } from './user-dialog.js';
import { type User } from './user.js';

const columns: readonly Column<User>[] = [
  { name: 'name', sort: 'name', show: ({ name }) => name ?? '–' },
  { name: 'email', sort: 'email', show: ({ email }) => email ?? '–' },
  { name: 'roles', show: ({ roles }) => <Roles roles={roles} /> },
  { name: 'units', show: ({ units }) => units.join(', ') },
  { name: 'state', show: ({ state }) => <UserState state={state} /> },
  { name: 'actions', show: (user) => <Actions user={user} /> },
];

/** The people who may sign in, for those who manage them. */
export function UserList() {
  const translate = useTranslate();
  const filters = [<SearchInput key="search" source="search" alwaysOn aria-label={translate('domicile.field.search')} />];
  return (
    <List filters={filters} actions={<Add />} sort={{ field: 'name', order: 'ASC' }} perPage={25} pagination={<ListPagination />} exporter={false}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Add() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <TopToolbar>
      <Button size="small" onClick={() => setOpen(true)}>{translate('domicile.user.add')}</Button>
      {open ? <UserDialog onClose={() => setOpen(false)} /> : null}
    </TopToolbar>
  );
}

function Roles({ roles }: Pick<User, 'roles'>) {
  const translate = useTranslate();
  return <>{roles.map((role) => translate(`domicile.role.${role}`, { _: role })).join(', ')}</>;
}

function UserState({ state }: Pick<User, 'state'>) {
  const translate = useTranslate();
  return <Chip size="small" variant="outlined" color={state === 'active' ? 'success' : 'default'} label={translate(`domicile.user.states.${state}`)} />;
}

function Actions({ user }: { readonly user: User }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [editing, setEditing] = useState(false);
  const [link, setLink] = useState<string>();
  if (user.state === 'erased') return null;
  const makeLink = async (): Promise<void> => setLink((await act<{ readonly link: string }>(`users/${user.id}/sign-in-link`, { method: 'POST' }))?.link);
  return (
    <>
      <Button size="small" onClick={() => setEditing(true)}>{translate('ra.action.edit')}</Button>
      <Button size="small" disabled={busy} onClick={() => void makeLink()}>{translate('domicile.user.make_link')}</Button>
      <Button size="small" color={user.state === 'active' ? 'error' : 'primary'} disabled={busy} onClick={() => void act(`users/${user.id}`, { method: 'PATCH', body: { state: user.state === 'active' ? 'disabled' : 'active' } })}>{translate(user.state === 'active' ? 'domicile.user.disable' : 'domicile.user.enable')}</Button>
      {editing ? <UserDialog before={user} onClose={() => setEditing(false)} /> : null}
      {link === undefined ? null : <SecretDialog title={translate('domicile.user.link')} lead={translate('domicile.user.link_lead', { name: user.name ?? user.email ?? '' })} secret={link} onClose={() => setLink(undefined)} />}
    </>
  );
}
