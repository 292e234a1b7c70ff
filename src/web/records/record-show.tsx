import { useState } from 'react';
import { Alert, Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { Show, useResourceContext, useShowContext, useTranslate } from 'react-admin';
import { plainText } from '../admin/plain-text.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { queryText } from '../api/request.js';
import { may } from '../api/session.js';
import { type InventoryRecord } from '../api/shapes.js';
import { DeploymentPart, deploymentParts, isDeploymentPart, wordOfPart, type DeploymentPartName } from './deployment-part.js';
import { DisputedChip } from './disputed-chip.js';
import { RecordEditDialog } from './record-edit-dialog.js';
import { RecordFields } from './record-fields.js';
import { RecordHistory } from './record-history.js';
import { RecordLineage } from './record-lineage.js';
import { RecordStatements } from './record-statements.js';

export function RecordShow() {
  return (
    <Show actions={false} component="div">
      <RecordScreen />
    </Show>
  );
}

type TabName = 'overview' | 'lineage' | 'sources' | 'history' | DeploymentPartName;

function tabsOf(kind: InventoryRecord['kind']): readonly TabName[] {
  return ['overview', ...(kind === 'deployment' ? deploymentParts() : kind === 'model' ? (['lineage'] as const) : []), 'sources', 'history'];
}

function RecordScreen() {
  const translate = useTranslate();
  const resource = useResourceContext();
  const { record } = useShowContext<InventoryRecord>();
  const [tab, setTab] = useState<TabName>('overview');
  if (record === undefined) return null;
  return (
    <Box sx={{ marginTop: 2 }}>
      <Typography color="text.secondary">{translate(`resources.${resource ?? ''}.name`, { smart_count: 1 })} · {record.id}</Typography>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h1" variant="h5">{plainText(record.value['name']) ?? record.id}</Typography>
        <DisputedChip {...record} />
        <Box sx={{ flex: 1 }} />
        {may('register:write') ? <Changes record={record} /> : null}
      </Box>
      {record.disputed.length > 0 ? <Alert severity="warning" variant="outlined" sx={{ marginTop: 1 }}>{translate('domicile.record.disputed_lead')}</Alert> : null}
      {record.retired ? <Alert severity="info" variant="outlined" sx={{ marginTop: 1 }}>{translate('domicile.record.retire_lead')}</Alert> : null}
      <Tabs variant="scrollable" allowScrollButtonsMobile value={tab} onChange={(_event, next: TabName) => setTab(next)} sx={{ marginBottom: 1 }}>
        {tabsOf(record.kind).map((each) => <Tab key={each} value={each} id={`tab-${each}`} aria-controls={`panel-${each}`} label={isDeploymentPart(each) ? translate(wordOfPart(each), { smart_count: 2 }) : translate(`domicile.record.${each}`)} />)}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <TabContent tab={tab} record={record} />
      </Box>
    </Box>
  );
}

function TabContent({ tab, record }: { readonly tab: TabName; readonly record: InventoryRecord }) {
  if (isDeploymentPart(tab)) return <DeploymentPart part={tab} record={record} />;
  if (tab === 'overview') return <RecordFields record={record} />;
  if (tab === 'lineage') return <RecordLineage key={record.id} model={record.id} />;
  return tab === 'sources' ? <RecordStatements record={record} /> : <RecordHistory record={record} />;
}

function Changes({ record }: { readonly record: InventoryRecord }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [open, setOpen] = useState<'edit' | 'retire'>();
  const retire = async (reason: string): Promise<void> => {
    const done = await act(`register/records/${record.kind}/${encodeURIComponent(record.id)}${queryText({ reason })}`, { method: 'DELETE', version: record.revision });
    if (done !== undefined) setOpen(undefined);
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen('edit')}>{translate('domicile.record.edit')}</Button>
      {record.retired ? null : <Button color="error" onClick={() => setOpen('retire')}>{translate('domicile.record.retire')}</Button>}
      {open === 'edit' ? <RecordEditDialog record={record} onClose={() => setOpen(undefined)} /> : null}
      {open === 'retire' ? <RemarkDialog title={translate('domicile.record.retire')} label={translate('domicile.common.reason')} busy={busy} onClose={() => setOpen(undefined)} onSay={(reason) => void retire(reason)} /> : null}
    </>
  );
}
