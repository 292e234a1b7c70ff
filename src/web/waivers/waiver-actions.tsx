import { useState } from 'react';
import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { currentSession, may } from '../api/session.js';
import { type Waiver } from '../api/shapes.js';
import { WaiverDialog } from './waiver-dialog.js';

type Step = 'approve' | 'reject' | 'withdraw';

/** The steps that are open to the one who looks: whoever requested a waiver does not decide on it, and neither does a role that the pack does not name. */
export function WaiverActions({ waiver }: { readonly waiver: Waiver }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [step, setStep] = useState<Step>();
  const [editing, setEditing] = useState(false);
  const { id, state, version, requestedBy, approverRoles } = waiver;
  const user = currentSession()?.user;
  const own = user?.id === requestedBy;
  const decides = may('waiver:approve') && !own && approverRoles.some((role) => user?.roles.some((own) => own === role) === true);
  const changeable = own && may('waiver:request') && ['draft', 'rejected', 're-opened'].includes(state);
  const rejectable = may('waiver:approve') && !own && state === 'in-review';
  const withdrawable = may('waiver:request') && ['draft', 'in-review', 'approved', 'rejected', 're-opened'].includes(state);
  const take = async (remark: string): Promise<void> => {
    if ((await act(`waivers/${id}/${step ?? ''}`, { method: 'POST', body: { remark }, version })) !== undefined) setStep(undefined);
  };
  const hint = state !== 'in-review' || decides ? undefined : own ? 'domicile.waiver.own' : 'domicile.waiver.no_role';
  if (hint === undefined && !changeable && !withdrawable && !rejectable) return null;
  return (
    <Panel title={translate('domicile.field.state')}>
      <Stack spacing={1.5}>
        {changeable ? <Button variant="contained" disabled={busy} onClick={() => void act(`waivers/${id}/submit`, { method: 'POST', version })}>{translate('domicile.waiver.submit')}</Button> : null}
        {changeable ? <Button variant="outlined" onClick={() => setEditing(true)}>{translate('ra.action.edit')}</Button> : null}
        {decides && state === 'in-review' ? <Button variant="contained" onClick={() => setStep('approve')}>{translate('domicile.waiver.approve')}</Button> : null}
        {rejectable ? <Button variant="outlined" onClick={() => setStep('reject')}>{translate('domicile.waiver.reject')}</Button> : null}
        {withdrawable ? <Button color="error" onClick={() => setStep('withdraw')}>{translate('domicile.waiver.withdraw')}</Button> : null}
        {hint === undefined ? null : <Typography color="text.secondary">{translate(hint)}</Typography>}
      </Stack>
      {step === undefined ? null : <RemarkDialog title={translate(`domicile.waiver.${step}`)} label={translate('domicile.waiver.remark')} busy={busy} onClose={() => setStep(undefined)} onSay={(remark) => void take(remark)} />}
      {editing ? <WaiverDialog findings={waiver.findings} pack={waiver.pack} before={waiver} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}
