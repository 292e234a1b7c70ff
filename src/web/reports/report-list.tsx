import { Box, Button } from '@mui/material';
import { List, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Person } from '../admin/person.js';
import { RowList, type Column } from '../admin/row-list.js';
import { type RowOf, type Schemas } from '../api/shapes.js';
import { languageNames } from '../words/language.js';
import { VerifyPanel } from './verify-panel.js';

type Report = RowOf<Schemas['ReportPage']>;

const columns: readonly Column<Report>[] = [
  { name: 'createdAt', show: ({ createdAt }) => <Day at={createdAt} time /> },
  { name: 'template', show: ({ template }) => <Template template={template} /> },
  { name: 'language', show: ({ language }) => languageNames[language] },
  { name: 'requestedBy', show: ({ requestedBy }) => <Person id={requestedBy} /> },
  { name: 'digest', show: ({ digest }) => <code title={digest}>{digest.slice('sha256:'.length, 'sha256:'.length + 12)}…</code> },
  { name: 'actions', show: ({ id, size }) => <Download id={id} size={size} /> },
];

/** Reports that were printed and kept, and a place to check any. */
export function ReportList() {
  return (
    <Box sx={{ marginTop: 2 }}>
      <VerifyPanel />
      <List actions={false} perPage={25} pagination={<ListPagination />} exporter={false} empty={false}>
        <RowList columns={columns} opens={false} />
      </List>
    </Box>
  );
}

function Template({ template }: Pick<Report, 'template'>) {
  return <>{useTranslate()(`domicile.audit.templates.${template}`)}</>;
}

function Download({ id, size }: Pick<Report, 'id' | 'size'>) {
  const translate = useTranslate();
  return <Button size="small" component="a" href={`/api/v1/reports/${id}/content`} download>{translate('domicile.audit.download')} · {Math.ceil(size / 1024)} kB</Button>;
}
