import { useState } from 'react';
import { Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormGroup, FormLabel, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { currentSession } from '../api/session.js';
import { SecretDialog } from './secret-dialog.js';

/** Makes a key, which is then shown once; it may do nothing that its maker may not. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [form, setForm] = useState<{ readonly name: string; readonly expires: string; readonly scopes: readonly string[]; readonly units: string; readonly readsOwnOnly: boolean }>({ name: '', expires: '', scopes: [], units: '', readsOwnOnly: false });
  const [key, setKey] = useState<string>();
  const make = async (): Promise<void> => {
    const units = form.units.split('\n').map((unit) => unit.trim()).filter((unit) => unit !== '');
    const confined = units.length === 0 ? {} : { units, readsOwnOnly: form.readsOwnOnly };
    const made = await act<{ readonly key: string }>('keys', { method: 'POST', body: { name: form.name.trim(), scopes: form.scopes, expiresAt: `${form.expires}T00:00:00Z`, ...confined } });
    if (made !== undefined) setKey(made.key);
  };
  if (key !== undefined) return <SecretDialog title={translate('domicile.key.made')} lead={translate('domicile.key.made_lead')} secret={key} onClose={onClose} />;
  const title = translate('domicile.key.add');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <TextField required fullWidth margin="dense" label={translate('domicile.field.name')} value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <TextField required fullWidth margin="dense" type="date" label={translate('domicile.field.expiresAt')} slotProps={{ inputLabel: { shrink: true } }} value={form.expires} onChange={(event) => setForm({ ...form, expires: event.target.value })} />
        <TextField fullWidth multiline margin="dense" label={translate('domicile.field.units')} helperText={translate('domicile.key.units_lead')} value={form.units} onChange={(event) => setForm({ ...form, units: event.target.value })} />
        {form.units.trim() === '' ? null : <FormControlLabel label={translate('domicile.user.reads_own_only')} control={<Checkbox checked={form.readsOwnOnly} onChange={(_event, on) => setForm({ ...form, readsOwnOnly: on })} />} />}
        <FormControl component="fieldset" sx={{ marginTop: 2 }}>
          <FormLabel component="legend">{translate('domicile.field.scopes')}</FormLabel>
          <FormGroup row>
            {(currentSession()?.permissions ?? []).map((scope) => <FormControlLabel key={scope} label={scope} control={<Checkbox size="small" checked={form.scopes.includes(scope)} onChange={(_event, on) => setForm({ ...form, scopes: on ? [...form.scopes, scope] : form.scopes.filter((each) => each !== scope) })} />} />)}
          </FormGroup>
        </FormControl>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || form.name.trim() === '' || form.expires === '' || form.scopes.length === 0} onClick={() => void make()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}
