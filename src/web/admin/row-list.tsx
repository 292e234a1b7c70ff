import { type ReactElement, type ReactNode } from 'react';
import { Box, Card, CardActionArea, CardContent, useMediaQuery, type Theme } from '@mui/material';
import { Link } from 'react-router-dom';
import { DataTable, useCreatePath, useListContext, useResourceContext, useTranslate, type RaRecord } from 'react-admin';
import { NothingHere } from './nothing-here.js';
import { SelectionBar, SelectPage, SelectRow } from './row-selection.js';

export interface Column<Row> {
  readonly name: string;
  /** Name by which the API sorts it; absent where it does not. */
  readonly sort?: string;
  readonly show: (row: Row) => ReactNode;
  /** Whether it leads to the screen of the row, for those who use the keyboard; the first one does where none says so. */
  readonly leads?: boolean;
}

interface RowListProps<Row extends RaRecord> {
  readonly columns: readonly Column<Row>[];
  /** Whether a row opens a screen of its own. */
  readonly opens?: boolean;
  readonly bulk?: ReactElement | false;
}

/** The rows of a list: a table, and on a phone a card for each. */
export function RowList<Row extends RaRecord>({ columns, opens = true, bulk = false }: RowListProps<Row>) {
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const leading = columns.find(({ leads }) => leads) ?? columns[0];
  if (narrow) return <Cards columns={columns} opens={opens} />;
  return (
    <DataTable<Row> empty={<NothingHere />} bulkActionButtons={false} bulkActionsToolbar={bulk === false ? <></> : <SelectionBar>{bulk}</SelectionBar>} rowClick={opens ? 'show' : false} sx={{ '& .MuiTableCell-root': { verticalAlign: 'top' } }}>
      {bulk === false ? null : <DataTable.Col<Row> source="select" label={<SelectPage />} disableSort render={(row) => <SelectRow row={row} />} />}
      {columns.map((column) => {
        const { name, sort, show } = column;
        return <DataTable.Col<Row> key={name} source={sort ?? name} label={translate(`domicile.field.${name}`)} disableSort={sort === undefined} render={(row) => (opens && column === leading ? <Leading row={row}>{show(row)}</Leading> : show(row))} />;
      })}
    </DataTable>
  );
}

function Leading({ row, children }: { readonly row: RaRecord; readonly children: ReactNode }) {
  const resource = useResourceContext();
  const createPath = useCreatePath();
  return <Link to={createPath({ resource, type: 'show', id: row.id })} onClick={(event) => event.stopPropagation()} style={{ color: 'inherit', textDecoration: 'none', fontWeight: 600 }}>{children}</Link>;
}

function Cards<Row extends RaRecord>({ columns, opens }: { readonly columns: readonly Column<Row>[]; readonly opens: boolean }) {
  const translate = useTranslate();
  const { data, isPending } = useListContext<Row>();
  const resource = useResourceContext();
  const createPath = useCreatePath();
  if (!isPending && (data ?? []).length === 0) return <NothingHere />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 1, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      {(data ?? []).map((row) => {
        const content = (
          <CardContent sx={{ display: 'grid', gridTemplateColumns: 'minmax(5.5rem, auto) minmax(0, 1fr)', gap: 0.5, columnGap: 2 }}>
            {columns.map(({ name, show }) => (
              <Box key={name} sx={{ display: 'contents', fontSize: '0.875rem' }}>
                <Box component="span" sx={{ color: 'text.secondary' }}>{translate(`domicile.field.${name}`)}</Box>
                <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{show(row)}</Box>
              </Box>
            ))}
          </CardContent>
        );
        return (
          <Card component="li" key={row.id} variant="outlined">
            {opens ? <CardActionArea component={Link} to={createPath({ resource, type: 'show', id: row.id })}>{content}</CardActionArea> : content}
          </Card>
        );
      })}
    </Box>
  );
}
