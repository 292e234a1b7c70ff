import { useState } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { useRefresh, useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { request } from '../api/request.js';
import { ProblemError } from '../api/problem-error.js';
import { type Decision } from './decision.js';

const mostShown = 12;

/** What is still to be filled in, and the case to do so. */
export function InputsPanel({ decision }: { readonly decision: Decision }) {
  const translate = useTranslate();
  const [text, setText] = useState<string>();
  const { toFillIn, inputs } = decision;
  const open = async (): Promise<void> => {
    const { stringify } = await import('yaml');
    setText(stringify(inputs, { lineWidth: 140 }));
  };
  return (
    <Panel title={translate('domicile.decision.case')}>
      {toFillIn.length === 0 ? <Typography>{translate('domicile.decision.filled')}</Typography> : <Typography>{translate('domicile.decision.to_fill_in', { smart_count: toFillIn.length })}</Typography>}
      <Box component="ul" sx={{ margin: 0, marginY: 1, paddingLeft: 2.5, fontSize: '0.875rem' }}>
        {toFillIn.slice(0, mostShown).map(({ where, asks }) => <li key={where}><code>{where}</code>: {asks}</li>)}
        {toFillIn.length > mostShown ? <li>{translate('domicile.common.more', { smart_count: toFillIn.length - mostShown })}</li> : null}
      </Box>
      <Button variant="outlined" onClick={() => void open()}>{translate('domicile.decision.edit_case')}</Button>
      {text === undefined ? null : <CaseDialog decision={decision} before={text} onClose={() => setText(undefined)} />}
    </Panel>
  );
}

function CaseDialog({ decision: { id, version }, before, onClose }: { readonly decision: Decision; readonly before: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState(before);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await request(`decisions/${id}`, { method: 'PUT', body: { text }, version });
      onClose();
      refresh();
    } catch (error) {
      setWrong(faultsIn(error));
    } finally {
      setBusy(false);
    }
  };
  const title = translate('domicile.decision.edit_case');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary">{translate('domicile.decision.edit_lead')}</Typography>
        {wrong.length === 0 ? null : <Alert severity="error" sx={{ marginY: 1 }}><Box component="ul" sx={{ margin: 0, paddingLeft: 2 }}>{wrong.map((each) => <li key={each}>{translate(each, { _: each })}</li>)}</Box></Alert>}
        <TextField fullWidth multiline minRows={18} margin="dense" label={translate('domicile.decision.case')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13, whiteSpace: 'pre', overflowX: 'auto' } } }} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void save()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function faultsIn(error: unknown): readonly string[] {
  if (!(error instanceof ProblemError)) return [String(error)];
  const { errors = [] } = error.document;
  return errors.length === 0 ? [error.message] : errors.map(({ pointer, detail }) => `${pointer.replace(/^\/text:/, '')} ${detail}`);
}
