import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { FilterButton, List, SearchInput, SelectInput, TextInput, TopToolbar, useResourceContext, useTranslate } from 'react-admin';
import { choicesOf } from '../admin/choices-of.js';
import { ListPagination } from '../admin/list-pagination.js';
import { NothingHere } from '../admin/nothing-here.js';
import { RowList } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { recordKinds } from '../api/shapes.js';
import { columnsOfKind } from './columns-of-kind.js';

/** Records of one kind. */
export function RecordList() {
  const translate = useTranslate();
  const resource = useResourceContext();
  const kind = recordKinds.find((each) => each === resource) ?? 'deployment';
  const filters = [
    <SearchInput key="search" source="search" alwaysOn aria-label={translate('domicile.field.search')} />,
    <SelectInput key="disputed" source="disputed" label="domicile.field.disputed" choices={[...choicesOf('common', ['yes', 'no'])]} />,
    <SelectInput key="retired" source="retired" label="domicile.field.retired" choices={[...choicesOf('choice', ['exclude', 'include', 'only'])]} />,
    <TextInput key="where" source="where" label="domicile.record.only" />,
  ];
  return (
    <List filters={filters} actions={<Actions kind={kind} />} sort={{ field: 'id', order: 'ASC' }} perPage={25} pagination={<ListPagination />} exporter={false} empty={<NothingHere />}>
      <RowList columns={columnsOfKind(kind)} />
    </List>
  );
}

function Actions({ kind }: { readonly kind: string }) {
  const translate = useTranslate();
  return (
    <TopToolbar sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <FilterButton />
      {kind === 'deployment' && may('register:write') ? <Button size="small" component={Link} to="/deployment/create">{translate('domicile.registration.add')}</Button> : null}
    </TopToolbar>
  );
}
