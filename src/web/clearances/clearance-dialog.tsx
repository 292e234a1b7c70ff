import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useNavigate } from 'react-router-dom';
import { useGetList, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { RecordPicker } from '../admin/record-picker.js';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { type Audit, type Schemas } from '../api/shapes.js';

/** Clears a deployment to run, on an audit that it passed. */
export function ClearanceDialog({ audit: given = '', onClose }: { readonly audit?: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, problem, act } = useAct(false);
  const [form, setForm] = useState({ deployment: '', audit: given, expiresAt: '', reason: '' });
  const audits = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: { page: 1, perPage: 25 }, sort: { field: '', order: 'ASC' } }).data ?? [];
  const audit = form.audit === '' ? (audits[0]?.id ?? '') : form.audit;
  const grant = async (): Promise<void> => {
    const made = await act<Schemas['GrantedClearance']>('clearances', { method: 'POST', body: { ...form, audit, reason: form.reason.trim() } });
    if (made !== undefined) await navigate(`/clearances/${made.id}/show`);
  };
  const title = translate('domicile.clearance.add');
  const field = (name: keyof typeof form) => ({ value: form[name], required: true, fullWidth: true, margin: 'dense' as const, onChange: (event: { readonly target: { readonly value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 1 }}>{translate('domicile.clearance.lead')}</DialogContentText>
        <Refusal problem={problem} />
        <RecordPicker required kind="deployment" label={translate('domicile.field.deployment')} value={form.deployment} onPick={(deployment) => setForm({ ...form, deployment })} />
        <TextField select label={translate('domicile.clearance.audit')} {...field('audit')} value={audit}>
          {audits.every(({ id }) => id !== audit) ? <MenuItem value={audit}>{audit.slice(0, 8)}</MenuItem> : null}
          {audits.map(({ id, asOf, conclusion, revision }) => <MenuItem key={id} value={id}><span><Day at={asOf} time /> · {translate('domicile.audit.revision', { revision })} · {translate(`domicile.conclusion.${conclusion}`)}</span></MenuItem>)}
        </TextField>
        <TextField type="date" label={translate('domicile.waiver.expires')} slotProps={{ inputLabel: { shrink: true } }} {...field('expiresAt')} />
        <TextField multiline minRows={2} label={translate('domicile.common.reason')} {...field('reason')} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || audit === '' || form.deployment === '' || form.expiresAt === '' || form.reason.trim() === ''} onClick={() => void grant()}>{translate('domicile.clearance.grant')}</Button>
      </DialogActions>
    </Dialog>
  );
}
