import { useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { History } from '../admin/history.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type OwnPolicy } from './own-policy.js';
import { OwnPolicyActions } from './own-policy-actions.js';
import { PolicyWorkbench } from './policy-workbench.js';

export function OwnPolicyShow() {
  return (
    <Show actions={false} component="div">
      <OwnPolicyScreen />
    </Show>
  );
}

function OwnPolicyScreen() {
  const { record } = useShowContext<OwnPolicy>();
  return record?.text === undefined ? null : <Version key={record.id} policy={record} />;
}

function Version({ policy }: { readonly policy: OwnPolicy }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [written, setWritten] = useState<string>();
  const [saving, setSaving] = useState(false);
  const { id, name, state, version, approved, events = [] } = policy;
  const text = written ?? policy.text ?? '';
  const unsaved = text !== policy.text;
  const writable = may('policy:write') && (state === 'draft' || state === 'rejected');
  const save = async (remark: string): Promise<void> => {
    const saved = await act(`policies/own/${id}`, { method: 'PUT', body: { text, remark }, version });
    setSaving(false);
    if (saved !== undefined) setWritten(undefined);
  };
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Box>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}><WordChip group="state" word={state} />{approved === null ? null : <Typography color="text.secondary">{approved.pack} {approved.packVersion}</Typography>}</Box>
          <Typography component="h1" variant="h5" sx={{ marginTop: 1 }}>{name}</Typography>
          {approved === null ? null : <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>{translate('domicile.own_policy.frozen')} <Day at={approved.at} time /> · <Person id={approved.by} /> · <code>{approved.digest}</code></Typography>}
        </Box>
        {unsaved ? <Alert severity="info" variant="outlined">{translate('domicile.own_policy.unsaved')}</Alert> : null}
        <PolicyWorkbench text={text} readOnly={!writable} onChange={setWritten} buttons={writable ? <Button variant="contained" disabled={busy || !unsaved} onClick={() => setSaving(true)}>{translate('domicile.common.save')}</Button> : null} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <OwnPolicyActions policy={policy} unsaved={unsaved} />
        <Panel title={translate('domicile.finding.history')}><History events={events.map(({ at, by, what, remark }) => ({ at, by, what, details: remark === null ? {} : { remark } }))} /></Panel>
      </Box>
      {saving ? <RemarkDialog title={translate('domicile.common.save')} label={translate('domicile.own_policy.why')} busy={busy} onClose={() => setSaving(false)} onSay={(remark) => void save(remark)} /> : null}
    </Box>
  );
}
