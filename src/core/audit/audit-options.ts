import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge, type Judge } from '../evaluation/create-judge.js';
import { deriveSubjects } from '../exposure/derive-subjects.js';
import { type SubjectView } from '../exposure/subject-view.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type OptionResult } from './audit-result.js';
import { blocks, type Gate } from './gate.js';
import { type Alternative, optionSnapshot } from './option-snapshot.js';

interface OptionsInput {
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
  readonly packs: readonly CompiledPack[];
  readonly gate: Gate;
}

/**
 * For each deployment that declares alternatives: the same packs run on it as it is and on every alternative, without waivers.
 * `isWanted` is asked with the keys of deployments. An option is admissible where nothing blocks; a rule that cannot be decided leaves it `unknown`, never admissible.
 */
export function auditOptions({ snapshot, reference, packs, gate }: OptionsInput, isWanted: (subject: string) => boolean): OptionResult[] {
  const deployments = snapshot.deployments.filter(({ id, alternatives, status }) => isWanted(recordKey('deployment', id)) && alternatives !== undefined && alternatives.length > 0 && status !== 'retired');
  if (deployments.length === 0) return [];
  const judge = createJudge(bindPacks(packs), { asOf: snapshot.asOf });
  return deployments.flatMap((deployment) => [undefined, ...(deployment.alternatives ?? [])].map((alternative) => auditOption(snapshot, reference, deployment, alternative, judge, gate)));
}

function auditOption(snapshot: InventorySnapshot, reference: ReferenceFacts, deployment: Deployment, alternative: Alternative | undefined, judge: Judge, gate: Gate): OptionResult {
  const option = optionSnapshot(snapshot, deployment, alternative);
  const model = option.deployments[0]?.model;
  const breaks: OptionResult['breaks'][number][] = [];
  if (alternative !== undefined && alternative.flows === undefined)
    breaks.push({ ruleId: 'flows-not-stated', severity: 'high', verdict: 'unknown', message: `nothing states where '${alternative.id}' would send data; add its flows` });
  for (const view of deriveSubjects(option, reference, snapshot.asOf)) {
    if (!concerns(view, deployment.id, model)) continue;
    for (const { ruleId, severity, outcome, element, message } of judge(view)) {
      if (outcome === 'fail' || outcome === 'unknown' || outcome === 'error') breaks.push({ ruleId, severity, verdict: outcome, ...(element === undefined ? {} : { element }), message: message ?? ruleId });
    }
  }
  const blocking = breaks.filter(({ verdict, severity }) => blocks({ verdict, severity, waived: false, isNew: true }, { ...gate, onUnknown: 'fail', newOnly: false }));
  const admissible = blocking.some(({ verdict }) => verdict === 'fail') ? 'no' : blocking.length > 0 ? 'unknown' : 'yes';
  return { deployment: deployment.id, option: alternative?.id ?? 'as-is', title: alternative?.title ?? alternative?.id ?? 'As it is', kind: alternative?.kind ?? 'status-quo', admissible, breaks };
}

function concerns({ kind, subject }: SubjectView, deployment: string, model: string | undefined): boolean {
  return kind === 'model' ? subject === `model/${model ?? ''}` : kind !== 'organisation' && subject === `deployment/${deployment}`;
}
