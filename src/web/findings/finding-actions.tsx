import { useState } from 'react';
import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { usePeople } from '../admin/person.js';
import { useAct } from '../admin/use-act.js';
import { may } from '../api/session.js';
import { type FindingInFull } from '../api/shapes.js';
import { WaiverDialog } from '../waivers/waiver-dialog.js';

/** What someone can do about a finding; nothing of it resolves it. */
export function FindingActions({ finding }: { readonly finding: FindingInFull }) {
  const translate = useTranslate();
  const people = usePeople().filter(({ active }) => active);
  const { busy, act } = useAct();
  const [comment, setComment] = useState('');
  const [requesting, setRequesting] = useState(false);
  const { fingerprint, version, state, assignee } = finding;
  if (!may('finding:work') && !may('waiver:request')) return null;
  const settled = state === 'resolved' || state === 'waived';
  const change = (body: object): void => void act(`findings/${fingerprint}`, { method: 'PATCH', body, version });
  const say = async (): Promise<void> => {
    if ((await act(`findings/${fingerprint}/comments`, { method: 'POST', body: { text: comment.trim() } })) !== undefined) setComment('');
  };
  return (
    <Panel title={translate('domicile.finding.work')}>
      <Stack spacing={1.5}>
        {may('finding:work') && !settled ? (
          <>
            <TextField select size="small" label={translate('domicile.finding.assignee')} value={assignee ?? ''} disabled={busy} onChange={(event) => change({ assignee: event.target.value === '' ? null : event.target.value })}>
              <MenuItem value="">{translate('domicile.common.nobody')}</MenuItem>
              {people.map(({ id, name }) => <MenuItem key={id} value={id}>{name ?? id}</MenuItem>)}
            </TextField>
            <Button variant="outlined" disabled={busy} onClick={() => change({ state: state === 'in-progress' ? 'open' : 'in-progress' })}>{translate(state === 'in-progress' ? 'domicile.finding.put_down' : 'domicile.finding.take_up')}</Button>
          </>
        ) : null}
        {may('waiver:request') && !settled ? <Button variant="outlined" onClick={() => setRequesting(true)}>{translate('domicile.finding.request_waiver')}</Button> : null}
        {may('finding:work') ? (
          <>
            <TextField size="small" multiline minRows={2} label={translate('domicile.finding.say')} value={comment} onChange={(event) => setComment(event.target.value)} />
            <Button disabled={busy || comment.trim() === ''} onClick={() => void say()}>{translate('domicile.finding.comment')}</Button>
          </>
        ) : null}
        <Typography variant="body2" color="text.secondary">{translate('domicile.finding.only_audit')}</Typography>
      </Stack>
      {requesting ? <WaiverDialog findings={[fingerprint]} pack={finding.pack} onClose={() => setRequesting(false)} /> : null}
    </Panel>
  );
}
