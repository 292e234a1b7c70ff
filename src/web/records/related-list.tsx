import { ListBase, ResourceContextProvider, type RaRecord } from 'react-admin';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';

interface RelatedListProps<Row extends RaRecord> {
  readonly resource: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row>[];
}

/** A list within the screen of something else: what of a resource hangs on that. */
export function RelatedList<Row extends RaRecord>({ resource, filter, columns }: RelatedListProps<Row>) {
  return (
    <ResourceContextProvider value={resource}>
      <ListBase<Row> key={`${resource} ${JSON.stringify(filter)}`} filter={filter} perPage={25} disableSyncWithLocation storeKey={false}>
        <RowList columns={columns} />
        <ListPagination />
      </ListBase>
    </ResourceContextProvider>
  );
}
