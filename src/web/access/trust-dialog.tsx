import { useState } from 'react';
import { Autocomplete, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormGroup, FormLabel, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { type Schemas } from '../api/shapes.js';

type NewTrust = Schemas['NewCiTrust'];

const issuers = ['https://token.actions.githubusercontent.com', 'https://gitlab.com'];
const scopes = ['audit:create', 'audit:read', 'clearance:read', 'job:create', 'job:read', 'policy:read'] as const satisfies readonly NewTrust['scopes'][number][];

/** Trusts the jobs of one repository, on the branches that are named. */
export function TrustDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const { busy, problem, act } = useAct(false);
  const [form, setForm] = useState<NewTrust>({ name: '', issuer: issuers[0] ?? '', repository: '', workflow: '*', ref: 'refs/heads/main', scopes: ['audit:create', 'audit:read'] });
  const field = (name: 'name' | 'repository' | 'workflow' | 'ref') => ({ required: true, fullWidth: true, margin: 'dense' as const, label: translate(`domicile.field.${name}`), value: form[name], onChange: (event: { readonly target: { readonly value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  const save = async (): Promise<void> => {
    if ((await act('ci-trusts', { method: 'POST', body: form })) !== undefined) onClose();
  };
  const title = translate('domicile.trust.add');
  const incomplete = [form.name, form.issuer, form.repository, form.workflow, form.ref].some((text) => text.trim() === '') || form.scopes.length === 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <Refusal problem={problem} />
        <TextField {...field('name')} />
        <Autocomplete freeSolo disableClearable options={issuers} inputValue={form.issuer} onInputChange={(_event, issuer) => setForm({ ...form, issuer })} renderInput={(props) => <TextField {...props} required margin="dense" label={translate('domicile.field.issuer')} />} />
        <TextField {...field('repository')} helperText={translate('domicile.trust.repository_help')} />
        <TextField {...field('workflow')} helperText={translate('domicile.trust.workflow_help')} />
        <TextField {...field('ref')} helperText={translate('domicile.trust.ref_help')} />
        <FormControl component="fieldset" sx={{ marginTop: 2 }}>
          <FormLabel component="legend">{translate('domicile.field.scopes')}</FormLabel>
          <FormGroup row>
            {scopes.map((scope) => <FormControlLabel key={scope} label={scope} control={<Checkbox size="small" checked={form.scopes.includes(scope)} onChange={(_event, on) => setForm({ ...form, scopes: on ? [...form.scopes, scope] : form.scopes.filter((each) => each !== scope) })} />} />)}
          </FormGroup>
        </FormControl>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || incomplete} onClick={() => void save()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}
