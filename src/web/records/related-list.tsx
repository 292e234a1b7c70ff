import { type ReactNode } from 'react';
import { ListBase, ResourceContextProvider, type RaRecord } from 'react-admin';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';

interface RelatedListProps<Row extends RaRecord> {
  readonly resource: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row>[];
  /** What is said before the rows, and above all where there are none. */
  readonly lead?: ReactNode;
}

/** A list within the screen of something else: what of a resource hangs on that. */
export function RelatedList<Row extends RaRecord>({ resource, filter, columns, lead }: RelatedListProps<Row>) {
  return (
    <ResourceContextProvider value={resource}>
      <ListBase<Row> key={`${resource} ${JSON.stringify(filter)}`} filter={filter} perPage={25} disableSyncWithLocation storeKey={false}>
        {lead}
        <RowList columns={columns} />
        <ListPagination />
      </ListBase>
    </ResourceContextProvider>
  );
}
