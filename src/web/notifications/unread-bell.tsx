import { Badge, IconButton, Tooltip } from '@mui/material';
import Notifications from '@mui/icons-material/Notifications';
import { Link } from 'react-router-dom';
import { useGetList, useTranslate } from 'react-admin';
import { filteredList } from '../admin/filtered-list.js';
import { may } from '../api/session.js';
import { type Notification } from '../api/shapes.js';

const everyMinute = 60_000;

/** How many notifications one has not read, wherever one is. */
export function UnreadBell() {
  const translate = useTranslate();
  const enabled = may('notification:read');
  const list = useGetList<Notification>('notifications', { pagination: { page: 1, perPage: 1 }, sort: { field: '', order: 'ASC' } }, { enabled, refetchInterval: everyMinute });
  if (!enabled) return null;
  const unread = (list.meta as { readonly unread?: number } | undefined)?.unread ?? 0;
  const label = translate('domicile.notification.unread', { smart_count: unread });
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to={unread === 0 ? '/notifications' : filteredList('notifications', { unread: 'only' })} color="inherit" aria-label={label}>
        <Badge badgeContent={unread} color="error" max={99}><Notifications /></Badge>
      </IconButton>
    </Tooltip>
  );
}
