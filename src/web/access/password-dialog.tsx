import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';

const leastLength = 12;

/** Sets one's own password; whoever came by a link has none yet. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { busy, act } = useAct();
  const [form, setForm] = useState({ current: '', next: '' });
  const save = async (): Promise<void> => {
    const done = await act<null>('session/password', { method: 'PUT', body: { next: form.next, ...(form.current === '' ? {} : { current: form.current }) } });
    if (done === undefined) return;
    notify('domicile.password.set', { type: 'success' });
    onClose();
  };
  const title = translate('domicile.password.title');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('domicile.password.lead')}</DialogContentText>
        <TextField fullWidth margin="dense" type="password" autoComplete="current-password" label={translate('domicile.password.current')} value={form.current} onChange={(event) => setForm({ ...form, current: event.target.value })} />
        <TextField required fullWidth margin="dense" type="password" autoComplete="new-password" label={translate('domicile.password.next')} helperText={translate('domicile.password.length', { least: leastLength })} value={form.next} onChange={(event) => setForm({ ...form, next: event.target.value })} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || form.next.length < leastLength} onClick={() => void save()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}
