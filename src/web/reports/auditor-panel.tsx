import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { ListBase, ResourceContextProvider, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { ListPagination } from '../admin/list-pagination.js';
import { Panel } from '../admin/panel.js';
import { RowList, type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { type Audit } from '../api/shapes.js';
import { ReportButton } from '../audits/report-button.js';
import { Outcomes } from '../audits/outcomes.js';

const columns: readonly Column<Audit>[] = [
  { name: 'asOf', show: ({ asOf }) => <Day at={asOf} time /> },
  { name: 'conclusion', show: ({ conclusion }) => <WordChip group="conclusion" word={conclusion} /> },
  { name: 'counts', show: ({ counts }) => <Outcomes counts={counts} /> },
  { name: 'evidence', show: ({ id }) => <Archive audit={id} /> },
  { name: 'report', show: ({ id }) => <ReportButton audit={id} /> },
];

/** What an auditor takes away, and where to look further; nothing is changed from here. */
export function AuditorPanel() {
  const translate = useTranslate();
  return (
    <Box sx={{ marginTop: 2 }}>
      <Panel title={translate('domicile.auditor.title')}>
        <Typography color="text.secondary">{translate('domicile.auditor.lead')}</Typography>
        <ResourceContextProvider value="audits">
          <ListBase<Audit> filter={{ of: 'register' }} perPage={5} disableSyncWithLocation storeKey={false}>
            <RowList columns={columns} opens={false} />
            <ListPagination />
          </ListBase>
        </ResourceContextProvider>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button variant="outlined" component="a" href="/api/v1/log/export" download>{translate('domicile.log.export')}</Button>
          <Button component={Link} to="/reports">{translate('domicile.report.verify')}</Button>
          <Button component={Link} to="/findings">{translate('resources.findings.name', { smart_count: 2 })}</Button>
          <Button component={Link} to="/waivers">{translate('resources.waivers.name', { smart_count: 2 })}</Button>
          <Button component={Link} to="/evidence">{translate('resources.evidence.name', { smart_count: 2 })}</Button>
        </Box>
      </Panel>
    </Box>
  );
}

function Archive({ audit }: { readonly audit: string }) {
  const translate = useTranslate();
  return <Button size="small" variant="contained" component="a" href={`/api/v1/audits/${audit}/evidence.zip`} download>{translate('domicile.auditor.zip')}</Button>;
}
