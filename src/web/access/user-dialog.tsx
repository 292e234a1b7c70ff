import { useState } from 'react';
import { Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormGroup, FormLabel, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { SecretDialog } from './secret-dialog.js';
import { roleNames, type User } from './user.js';

/** Adds a person, whose sign-in link is then shown, or changes name, roles and units of one. */
export function UserDialog({ before, onClose }: { readonly before?: User; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [form, setForm] = useState<Pick<User, 'roles' | 'readsOwnOnly'> & Record<'email' | 'name' | 'units', string>>({ email: before?.email ?? '', name: before?.name ?? '', roles: before?.roles ?? [], units: before?.units.join('\n') ?? '', readsOwnOnly: before?.readsOwnOnly ?? false });
  const [link, setLink] = useState<string>();
  const save = async (): Promise<void> => {
    const { email, name, roles, readsOwnOnly } = form;
    const units = form.units.split('\n').map((unit) => unit.trim()).filter((unit) => unit !== '');
    if (before !== undefined) {
      if ((await act(`users/${before.id}`, { method: 'PATCH', body: { name, roles, units, readsOwnOnly } })) !== undefined) onClose();
      return;
    }
    const made = await act<{ readonly link: string }>('users', { method: 'POST', body: { email, name, roles, units, readsOwnOnly } });
    if (made !== undefined) setLink(made.link);
  };
  if (link !== undefined) return <SecretDialog title={translate('domicile.user.link')} lead={translate('domicile.user.link_lead', { name: form.name })} secret={link} onClose={onClose} />;
  const title = before === undefined ? translate('domicile.user.add') : (before.name ?? before.email ?? '');
  const toggle = (role: User['roles'][number], on: boolean): void => setForm({ ...form, roles: on ? [...form.roles, role] : form.roles.filter((each) => each !== role) });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {before === undefined ? <TextField required fullWidth margin="dense" type="email" label={translate('domicile.field.email')} value={form.email} onChange={(event) => setForm({ ...form, email: event.target.value })} /> : null}
        <TextField required fullWidth margin="dense" label={translate('domicile.field.name')} value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <FormControl component="fieldset" sx={{ marginTop: 2 }}>
          <FormLabel component="legend">{translate('domicile.field.roles')}</FormLabel>
          <FormGroup>
            {roleNames.map((role) => <FormControlLabel key={role} label={translate(`domicile.role.${role}`)} control={<Checkbox size="small" checked={form.roles.includes(role)} onChange={(_event, on) => toggle(role, on)} />} />)}
          </FormGroup>
        </FormControl>
        <TextField fullWidth multiline margin="dense" label={translate('domicile.field.units')} helperText={translate('domicile.user.units_lead')} value={form.units} onChange={(event) => setForm({ ...form, units: event.target.value })} />
        <FormControlLabel label={translate('domicile.user.reads_own_only')} control={<Checkbox checked={form.readsOwnOnly} onChange={(_event, on) => setForm({ ...form, readsOwnOnly: on })} />} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || form.name.trim() === '' || form.email.trim() === ''} onClick={() => void save()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}
