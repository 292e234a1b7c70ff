import { useEffect, useRef, useState, type ComponentType, type FormEvent } from 'react';
import { Box, Button, Paper, Step, StepLabel, Stepper, Typography, useMediaQuery, type Theme } from '@mui/material';
import { Link } from 'react-router-dom';
import { Title, useTranslate } from 'react-admin';
import { Refusal } from '../admin/refusal.js';
import { currentSession } from '../api/session.js';
import { type DeploymentDraft } from './deployment-draft.js';
import { FlowsStep, ModelStep, OwnerStep, PlaceStep, type StepProps } from './draft-steps.js';
import { emptyDraft } from './empty-draft.js';
import { idOfName } from './id-of-name.js';
import { RegistrationDone } from './registration-done.js';
import { RegistrationPreview } from './registration-preview.js';
import { useRegistration } from './use-registration.js';

const steps = ['model', 'place', 'flows', 'owner', 'preview'] as const;
type StepName = (typeof steps)[number];

const fields: Readonly<Record<Exclude<StepName, 'preview'>, ComponentType<StepProps>>> = { model: ModelStep, place: PlaceStep, flows: FlowsStep, owner: OwnerStep };

/** Leads from a name to a deployment in the register: what would change and what rules say of it is shown before anything is saved. */
export function RegistrationPage() {
  const translate = useTranslate();
  const [unit] = currentSession()?.user.units ?? [];
  const nothing = (): DeploymentDraft => emptyDraft(unit?.startsWith('entity/') === false ? unit : '');
  const [draft, setDraft] = useState(nothing);
  const [at, setAt] = useState(0);
  const { busy, problem, trial, saved, look, save, undo, begin } = useRegistration();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at, saved]);
  const step = steps[at] ?? 'preview';
  const go = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (step === 'owner' && !(await look(draft))) return;
    setAt(at + 1);
  };
  const again = (): void => {
    begin();
    setDraft(nothing());
    setAt(0);
  };
  const title = translate('domicile.registration.add');
  const stepTitle = translate(`domicile.registration.steps.${step}`);
  const Fields = step === 'preview' ? undefined : fields[step];
  if (saved !== undefined) return <RegistrationDone saved={saved} busy={busy} problem={problem} onUndo={() => void undo()} onAgain={again} />;
  return (
    <Box component="form" onSubmit={(event) => void go(event)} sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 960 }}>
      <Title title={title} />
      <Typography color="text.secondary">{translate('domicile.registration.lead')}</Typography>
      <Steps at={at} />
      <Typography ref={heading} tabIndex={-1} component="h1" variant="h6" sx={{ outline: 'none' }}>{translate('domicile.registration.step', { number: at + 1, all: steps.length, title: stepTitle })}</Typography>
      {Fields === undefined ? null : <Paper component="section" variant="outlined" sx={{ padding: 2 }}><Fields draft={draft} onChange={(changed) => setDraft((before) => ({ ...before, ...changed }))} /></Paper>}
      {step === 'preview' && trial !== undefined ? <RegistrationPreview trial={trial} /> : null}
      <Refusal problem={problem} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {step === 'preview' ? (
          <Button variant="contained" disabled={busy || trial === undefined || trial.taken.length > 0} onClick={() => void save()}>{translate('domicile.registration.save')}</Button>
        ) : (
          <Button type="submit" variant="contained" disabled={busy || !isComplete(draft, step)}>{translate(step === 'owner' ? 'domicile.registration.see' : 'domicile.registration.next')}</Button>
        )}
        {at === 0 ? null : <Button disabled={busy} onClick={() => setAt(at - 1)}>{translate('domicile.common.back')}</Button>}
        <Button component={Link} to="/deployment">{translate('domicile.common.cancel')}</Button>
      </Box>
    </Box>
  );
}

/** Where one is; on a phone the heading tells it alone. */
function Steps({ at }: { readonly at: number }) {
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  if (narrow) return null;
  return (
    <Stepper activeStep={at}>
      {steps.map((step) => <Step key={step}><StepLabel>{translate(`domicile.registration.steps.${step}`)}</StepLabel></Step>)}
    </Stepper>
  );
}

/** Whether a step says what everything after it needs: everything else may be unknown. */
function isComplete({ name, id, model, provider }: DeploymentDraft, step: StepName): boolean {
  const chosen = ({ isNew, id: picked, name: called }: DeploymentDraft['model'] | DeploymentDraft['provider']): boolean => (isNew ? idOfName(called) !== '' : picked !== '');
  if (step === 'model') return name.trim() !== '' && id.trim() !== '' && chosen(model);
  return step !== 'place' || chosen(provider);
}
