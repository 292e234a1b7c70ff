import { useState } from 'react';
import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Panel } from '../admin/panel.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { may } from '../api/session.js';
import { type OwnPolicy } from './own-policy.js';

type Step = 'submit' | 'approve' | 'reject' | 'withdraw' | 'retire';

/** The steps that are open to the one who looks: whoever wrote or submitted a version does not decide on it. */
export function OwnPolicyActions({ policy, unsaved }: { readonly policy: OwnPolicy; readonly unsaved: boolean }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const [step, setStep] = useState<Step>();
  const { id, name, state, version, text, mayDecide = false } = policy;
  const writes = may('policy:write');
  const decides = may('policy:approve') && mayDecide && state === 'in-review';
  const offered: Readonly<Record<Step, boolean>> = {
    submit: writes && (state === 'draft' || state === 'rejected'),
    approve: decides,
    reject: decides,
    withdraw: writes && ['draft', 'in-review', 'rejected'].includes(state),
    retire: may('policy:approve') && state === 'in-force',
  };
  const hint = state !== 'in-review' || decides ? undefined : mayDecide ? 'domicile.own_policy.no_role' : 'domicile.own_policy.own';
  const renewable = writes && (state === 'in-force' || state === 'retired');
  const take = async (remark: string): Promise<void> => {
    if ((await act(`policies/own/${id}/${step ?? ''}`, { method: 'POST', body: { remark }, version })) !== undefined) setStep(undefined);
  };
  const button = (each: Step, look: object) => (offered[each] ? <Button disabled={busy || unsaved} onClick={() => setStep(each)} {...look}>{translate(`domicile.own_policy.${each}`)}</Button> : null);
  if (hint === undefined && !renewable && !Object.values(offered).includes(true)) return null;
  return (
    <Panel title={translate('domicile.field.state')}>
      <Stack spacing={1.5}>
        {button('submit', { variant: 'contained' })}
        {button('approve', { variant: 'contained' })}
        {button('reject', { variant: 'outlined' })}
        {renewable ? <Button variant="outlined" onClick={() => void navigate('/own-policies/create', { state: { before: { name, text } } })}>{translate('domicile.own_policy.next')}</Button> : null}
        {button('withdraw', { color: 'error' })}
        {button('retire', { color: 'error' })}
        {hint === undefined ? null : <Typography color="text.secondary">{translate(hint)}</Typography>}
      </Stack>
      {step === undefined ? null : <RemarkDialog title={translate(`domicile.own_policy.${step}`)} label={translate('domicile.own_policy.why')} busy={busy} onClose={() => setStep(undefined)} onSay={(remark) => void take(remark)} />}
    </Panel>
  );
}
