import { Box, Button, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { ListExport } from './list-export.js';

/** Back and forth, and the whole as a table; the API pages by where the page before ended, so there are no numbers to jump to. */
export function ListPagination() {
  const translate = useTranslate();
  const list = useListContext();
  const { page, setPage, hasNextPage, hasPreviousPage, isPending } = list;
  if (isPending) return null;
  const { total } = (list.meta ?? {}) as { readonly total?: number };
  return (
    <Box component="nav" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, padding: 1, justifyContent: 'flex-end' }}>
      <ListExport />
      {total === undefined ? null : <Typography variant="body2" color="text.secondary">{translate('domicile.list.total', { smart_count: total })}</Typography>}
      <Button size="small" disabled={hasPreviousPage !== true} onClick={() => setPage(page - 1)}>{translate('domicile.list.previous')}</Button>
      <Button size="small" disabled={hasNextPage !== true} onClick={() => setPage(page + 1)}>{translate('domicile.list.next')}</Button>
    </Box>
  );
}
