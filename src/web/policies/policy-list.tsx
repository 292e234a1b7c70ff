import { Box, Chip } from '@mui/material';
import { Button, List, SearchInput, TopToolbar, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ListPagination } from '../admin/list-pagination.js';
import { RowList, type Column } from '../admin/row-list.js';
import { may } from '../api/session.js';
import { severities, type PolicyPack } from '../api/shapes.js';
import { WordChip } from '../admin/word-chip.js';
import { BrokenPacks } from './broken-packs.js';
import { WaiverTerms } from './waiver-terms.js';

const columns: readonly Column<PolicyPack>[] = [
  { name: 'title', sort: 'title', show: ({ title }) => title },
  { name: 'pack', sort: 'id', show: ({ id, version }) => `${id} ${version}` },
  { name: 'source', show: ({ source }) => <Source source={source} /> },
  { name: 'rules', show: ({ rules }) => rules.length },
  { name: 'severity', show: ({ rules }) => <Severities rules={rules} /> },
  { name: 'tests', show: ({ rules }) => rules.reduce((sum, { tests }) => sum + tests, 0) },
  { name: 'digest', show: ({ digest }) => <code title={digest}>{digest.replace('sha256:', '').slice(0, 12)}</code> },
  { name: 'kind', show: (pack) => <Recommended {...pack} /> },
  { name: 'waiver', show: ({ waivers }) => <WaiverTerms waivers={waivers} /> },
];

export function PolicyList() {
  const translate = useTranslate();
  const filters = [<SearchInput key="search" source="search" alwaysOn aria-label={translate('domicile.field.search')} />];
  return (
    <>
      <BrokenPacks />
      <List filters={filters} sort={{ field: 'title', order: 'ASC' }} perPage={50} pagination={<ListPagination />} exporter={false} actions={<TopToolbar><Button component={Link} to="/own-policies" label="domicile.own_policy.own_list" />{may('policy:write') ? <Button component={Link} to="/own-policies/create" label="domicile.own_policy.write" /> : null}</TopToolbar>}>
        <RowList columns={columns} />
      </List>
    </>
  );
}

function Recommended({ recommended }: PolicyPack) {
  const translate = useTranslate();
  return recommended ? <Chip size="small" color="success" variant="outlined" label={translate('domicile.policy.recommended')} /> : null;
}

function Source({ source }: Pick<PolicyPack, 'source'>) {
  const translate = useTranslate();
  return <Chip size="small" variant="outlined" color={source === 'shipped' ? 'default' : 'info'} label={translate(`domicile.own_policy.source.${source}`)} />;
}

/** The severities that its rules have, now or from some day on. */
function Severities({ rules }: Pick<PolicyPack, 'rules'>) {
  const found = new Set(rules.flatMap(({ severity }) => severity.map(({ is }) => is)));
  return <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap' }}>{severities.filter((each) => found.has(each)).map((each) => <WordChip key={each} group="severity" word={each} />)}</Box>;
}
