import { Chip } from '@mui/material';
import { List, SearchInput, useTranslate } from 'react-admin';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { type PolicyPack } from '../api/shapes.js';
import { WaiverTerms } from './waiver-terms.js';

const columns: readonly Column<PolicyPack>[] = [
  { name: 'title', sort: 'title', show: ({ title }) => title },
  { name: 'pack', sort: 'id', show: ({ id, version }) => `${id} ${version}` },
  { name: 'rules', show: ({ rules }) => rules.length },
  { name: 'kind', show: (pack) => <Recommended {...pack} /> },
  { name: 'waiver', show: ({ waivers }) => <WaiverTerms waivers={waivers} /> },
];

export function PolicyList() {
  const translate = useTranslate();
  const filters = [<SearchInput key="search" source="search" alwaysOn aria-label={translate('domicile.field.search')} />];
  return (
    <List filters={filters} sort={{ field: 'title', order: 'ASC' }} perPage={50} pagination={<ListPagination />} exporter={false}>
      <RowList columns={columns} />
    </List>
  );
}

function Recommended({ recommended }: PolicyPack) {
  const translate = useTranslate();
  return recommended ? <Chip size="small" color="success" variant="outlined" label={translate('domicile.policy.recommended')} /> : null;
}
