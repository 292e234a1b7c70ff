import { useState } from 'react';
import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { currentSession, may } from '../api/session.js';
import { type Decision } from './decision.js';
import { NewDecisionDialog } from './new-decision-dialog.js';
import { SignOffDialog } from './sign-off-dialog.js';

type Step = 'approve' | 'reject' | 'sign-off' | 'anew';

/** The steps that are open to the one who looks: whoever drafted a decision neither approves nor signs it. */
export function DecisionActions({ decision }: { readonly decision: Decision }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [step, setStep] = useState<Step>();
  const { id, state, version, author, toFillIn } = decision;
  const own = currentSession()?.user.id === author;
  const decides = may('decision:approve') && !own;
  const drafts = may('decision:draft') && own && (state === 'draft' || state === 'rejected');
  const close = (): void => setStep(undefined);
  const take = async (name: string, body?: object): Promise<void> => {
    if ((await act(`decisions/${id}/${name}`, { method: 'POST', version, ...(body === undefined ? {} : { body }) })) !== undefined) close();
  };
  const hint = state === 'in-review' || state === 'approved' ? (own ? 'domicile.decision.own' : decides ? undefined : 'domicile.decision.no_role') : drafts && toFillIn.length > 0 ? 'domicile.decision.fill_first' : undefined;
  return (
    <Panel title={translate('domicile.field.state')}>
      <Stack spacing={1.5}>
        {drafts ? <Button variant="contained" disabled={busy || toFillIn.length > 0} onClick={() => void take('submit')}>{translate('domicile.decision.submit')}</Button> : null}
        {decides && state === 'in-review' ? <Button variant="contained" onClick={() => setStep('approve')}>{translate('domicile.decision.approve')}</Button> : null}
        {decides && state === 'approved' ? <Button variant="contained" onClick={() => setStep('sign-off')}>{translate('domicile.decision.sign_off')}</Button> : null}
        {decides && (state === 'in-review' || state === 'approved') ? <Button variant="outlined" onClick={() => setStep('reject')}>{translate('domicile.decision.reject')}</Button> : null}
        {may('decision:draft') && state === 'signed-off' ? <Button variant="outlined" onClick={() => setStep('anew')}>{translate('domicile.decision.anew')}</Button> : null}
        {hint === undefined ? null : <Typography color="text.secondary">{translate(hint)}</Typography>}
        <Typography variant="body2" color="text.secondary">{translate(`domicile.decision.next.${state}`)}</Typography>
      </Stack>
      {step === 'approve' || step === 'reject' ? <RemarkDialog title={translate(`domicile.decision.${step}`)} label={translate('domicile.waiver.remark')} busy={busy} onClose={close} onSay={(remark) => void take(step, { remark })} /> : null}
      {step === 'sign-off' ? <SignOffDialog decision={decision} busy={busy} onClose={close} onSign={(choice) => void take('sign-off', choice)} /> : null}
      {step === 'anew' ? <NewDecisionDialog supersedes={id} onClose={close} /> : null}
    </Panel>
  );
}
