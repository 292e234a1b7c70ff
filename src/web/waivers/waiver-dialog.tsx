import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useNavigate } from 'react-router-dom';
import { useGetList, useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { waiverReasons, type PolicyPack, type Waiver } from '../api/shapes.js';

interface WaiverDialogProps {
  readonly findings: readonly string[];
  readonly pack: string | undefined;
  /** A waiver that is changed; absent for a new one. */
  readonly before?: Waiver;
  readonly onClose: () => void;
}

/** Requests a waiver for findings of one pack, as a draft or put up for a decision at once. */
export function WaiverDialog({ findings, pack, before, onClose }: WaiverDialogProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const [form, setForm] = useState({ reason: before?.reason ?? 'risk-accepted', justification: before?.justification ?? '', compensatingMeasure: before?.compensatingMeasure ?? '', ticket: before?.ticket ?? '', expiresAt: before?.expiresAt.slice(0, 10) ?? '' });
  const terms = useGetList<PolicyPack>('policies', { pagination: { page: 1, perPage: 1000 }, sort: { field: 'id', order: 'ASC' } }).data?.find(({ id }) => id === pack)?.waivers;
  const field = (name: keyof typeof form) => ({ value: form[name], margin: 'dense' as const, fullWidth: true, onChange: (event: { readonly target: { readonly value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  const send = async (submit: boolean): Promise<void> => {
    const body = { findings, ...Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== '')) };
    const draft = await (before === undefined ? act<Waiver>('waivers', { method: 'POST', body }) : act<Waiver>(`waivers/${before.id}`, { method: 'PUT', body, version: before.version }));
    if (draft === undefined) return;
    if (submit) await act(`waivers/${draft.id}/submit`, { method: 'POST', version: draft.version });
    onClose();
    await navigate(`/waivers/${draft.id}/show`);
  };
  const title = translate('domicile.waiver.request', { smart_count: findings.length });
  const incomplete = busy || form.justification.trim() === '' || form.expiresAt === '';
  const limit = terms === null || terms === undefined ? undefined : translate('domicile.policy.waiver_terms', { days: terms.maxDays, roles: terms.approverRoles.map((role) => translate(`domicile.role.${role}`, { _: role })).join(', ') });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <TextField select label={translate('domicile.waiver.reason')} {...field('reason')}>
          {waiverReasons.map((reason) => <MenuItem key={reason} value={reason}>{translate(`domicile.waiver.reasons.${reason}`)}</MenuItem>)}
        </TextField>
        <TextField required multiline minRows={3} label={translate('domicile.waiver.justification')} {...field('justification')} />
        <TextField multiline label={translate('domicile.waiver.measure')} {...field('compensatingMeasure')} />
        <TextField label={translate('domicile.waiver.ticket')} {...field('ticket')} />
        <TextField required type="date" label={translate('domicile.waiver.expires')} helperText={limit} slotProps={{ inputLabel: { shrink: true } }} {...field('expiresAt')} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button disabled={incomplete} onClick={() => void send(false)}>{translate('domicile.waiver.draft')}</Button>
        <Button variant="contained" disabled={incomplete} onClick={() => void send(true)}>{translate('domicile.waiver.submit_now')}</Button>
      </DialogActions>
    </Dialog>
  );
}
