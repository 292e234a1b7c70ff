import { Box, Button, Typography } from '@mui/material';
import { List, TopToolbar, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { type Schemas } from '../api/shapes.js';

type LogEntry = Schemas['LogPage']['entries'][number] & { readonly id: string };

const columns: readonly Column<LogEntry>[] = [
  { name: 'sequence', show: ({ sequence }) => sequence },
  { name: 'at', show: ({ at }) => <Day at={at} time /> },
  { name: 'actor', show: ({ actorKind, actor }) => <Person kind={actorKind} id={actor} /> },
  { name: 'action', show: ({ action }) => action },
  { name: 'subject', show: ({ subject }) => <Wide>{subject}</Wide> },
  { name: 'details', show: ({ details }) => <Wide>{details === '{}' ? '' : details}</Wide> },
];

export function LogList() {
  return (
    <List actions={<Actions />} perPage={50} pagination={<ListPagination />} exporter={false}>
      <RowList columns={columns} opens={false} />
    </List>
  );
}

function Actions() {
  const translate = useTranslate();
  return (
    <TopToolbar sx={{ alignItems: 'center', gap: 2, whiteSpace: 'normal' }}>
      <Typography variant="body2" color="text.secondary">{translate('domicile.log.lead')}</Typography>
      <Button size="small" component="a" href="/api/v1/log/export" download>{translate('domicile.log.export')}</Button>
    </TopToolbar>
  );
}

function Wide({ children }: { readonly children: string }) {
  return <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{children}</Box>;
}
