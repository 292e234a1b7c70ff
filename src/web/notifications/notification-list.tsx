import { Button, Chip } from '@mui/material';
import { Link } from 'react-router-dom';
import { List, SelectInput, TopToolbar, useListContext, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { useAct } from '../admin/use-act.js';
import { may } from '../api/session.js';
import { type Notification } from '../api/shapes.js';
import { notificationKinds } from './notification-kinds.js';

const columns: readonly Column<Notification>[] = [
  { name: 'at', show: ({ at }) => <Day at={at} time /> },
  { name: 'kind', show: ({ kind }) => <Kind kind={kind} /> },
  { name: 'subject', show: (notification) => <Subject {...notification} /> },
  { name: 'read', show: (notification) => <Read notification={notification} /> },
];

/** What someone should know of, newest first. */
export function NotificationList() {
  const filters = [
    <SelectInput key="kind" source="kind" label="domicile.field.kind" choices={[...choicesOf('notification.kinds', notificationKinds)]} alwaysOn />,
    <SelectInput key="unread" source="unread" label="domicile.field.read" choices={[...choicesOf('notification.filter', ['only'])]} alwaysOn />,
  ];
  return (
    <List filters={filters} actions={<Actions />} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Actions() {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const { data } = useListContext<Notification>();
  const unread = (data ?? []).filter(({ read }) => !read).map(({ id }) => id);
  return (
    <TopToolbar>
      <Button size="small" disabled={busy || unread.length === 0} onClick={() => void act('notifications/read', { method: 'POST', body: { ids: unread } })}>{translate('domicile.notification.read_all')}</Button>
      {may('delivery:manage') ? <Button size="small" component={Link} to="/notifications/settings">{translate('domicile.notification.settings')}</Button> : null}
    </TopToolbar>
  );
}

function Kind({ kind }: Pick<Notification, 'kind'>) {
  const translate = useTranslate();
  return <Chip size="small" variant="outlined" color={kind === 'critical-finding' ? 'error' : kind.endsWith('approval-wanted') ? 'info' : 'warning'} label={translate(`domicile.notification.kinds.${kind}`)} />;
}

function Subject({ subject, title, read }: Notification) {
  const to = screenOf(subject);
  const weight = { fontWeight: read ? 400 : 650, color: 'inherit' };
  return to === undefined ? <span style={weight}>{title}</span> : <Link to={to} style={weight}>{title}</Link>;
}

function Read({ notification: { id, read } }: { readonly notification: Notification }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  return read ? <>{translate('domicile.common.yes')}</> : <Button size="small" disabled={busy} onClick={() => void act('notifications/read', { method: 'POST', body: { ids: [id] } })}>{translate('domicile.notification.mark')}</Button>;
}

/** Where what it tells of is shown. */
function screenOf(subject: string): string | undefined {
  const at = subject.indexOf('/');
  const screen = { finding: 'findings', waiver: 'waivers', policy: 'own-policies', decision: 'decisions', evidence: 'evidence', schedule: 'schedules' }[subject.slice(0, at)];
  return screen === undefined ? undefined : `/${screen}/${encodeURIComponent(subject.slice(at + 1))}/show`;
}
