import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { type ProblemError } from '../api/problem-error.js';
import { type Schemas } from '../api/shapes.js';
import { type ImportView } from '../records/import-preview.js';
import { type DeploymentDraft } from './deployment-draft.js';
import { manifestOfDraft } from './manifest-of-draft.js';

const path = 'domicile.json';

interface Batch {
  readonly collection: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** What an import of the draft would come to. */
export interface RegistrationTrial {
  readonly id: string;
  readonly name: string;
  readonly batch: Batch;
  readonly preview: ImportView;
  readonly judged: Schemas['ImportTrial'];
  /** Keys of records that the register has already. */
  readonly taken: readonly string[];
}

/** A deployment that has been added. */
export interface Registration {
  readonly id: string;
  readonly name: string;
  readonly collection: string;
  readonly revision: number;
  /** Whether it has been taken back. */
  readonly undone: boolean;
}

interface Registering {
  readonly busy: boolean;
  readonly problem: ProblemError | undefined;
  readonly trial: RegistrationTrial | undefined;
  readonly saved: Registration | undefined;
  /** Asks what would change and what rules would say; the answer is whether that could be told. */
  readonly look: (draft: DeploymentDraft) => Promise<boolean>;
  readonly save: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Forgets all of it, so that another can be added. */
  readonly begin: () => void;
}

/** Adds a deployment as a collection of its own, so that withdrawing it takes back exactly what was added. */
export function useRegistration(): Registering {
  const translate = useTranslate();
  const { busy, problem, act } = useAct(false);
  const [trial, setTrial] = useState<RegistrationTrial>();
  const [saved, setSaved] = useState<Registration>();
  const look = async (draft: DeploymentDraft): Promise<boolean> => {
    const id = draft.id.trim();
    const batch = { collection: `deployment-${id.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 100), files: [{ path, content: `${JSON.stringify(manifestOfDraft(draft), undefined, 2)}\n` }] };
    const judged = await act<Schemas['ImportTrial']>('register/imports/trial', { method: 'POST', body: { ...batch, deployment: id } });
    const preview = judged === undefined ? undefined : await act<ImportView>('register/imports', { method: 'POST', body: { ...batch, reason: translate('domicile.registration.why', { id }) } });
    if (judged === undefined || preview === undefined) return false;
    setTrial({ id, name: draft.name.trim(), batch, preview, judged, taken: takenKeys(preview, `deployment/${id}`) });
    return true;
  };
  const save = async (): Promise<void> => {
    if (trial === undefined) return;
    const { id, name, batch, preview } = trial;
    const done = await act<ImportView>('register/imports', { method: 'POST', body: { ...batch, reason: translate('domicile.registration.why', { id }), expects: preview.digest } });
    if (done !== undefined) setSaved({ id, name, collection: batch.collection, revision: done.revision, undone: false });
  };
  const undo = async (): Promise<void> => {
    if (saved === undefined) return;
    const body = { collection: saved.collection, withdraw: [path], reason: translate('domicile.registration.why_undo', { id: saved.id }) };
    const preview = await act<ImportView>('register/imports', { method: 'POST', body });
    const done = preview === undefined ? undefined : await act<ImportView>('register/imports', { method: 'POST', body: { ...body, expects: preview.digest } });
    if (done !== undefined) setSaved({ ...saved, undone: true });
  };
  const begin = (): void => {
    setTrial(undefined);
    setSaved(undefined);
  };
  return { busy, problem, trial, saved, look, save, undo, begin };
}

/** What is not new, and the deployment itself where nothing would change of it. */
function takenKeys({ changes }: ImportView, deployment: string): readonly string[] {
  const taken = changes.filter(({ what }) => what !== 'added').map(({ key }) => key);
  return taken.includes(deployment) || changes.some(({ key }) => key === deployment) ? taken : [deployment, ...taken];
}
