import { engineName } from '../audit/engine-name.js';
import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge } from '../evaluation/create-judge.js';
import { type Verdict } from '../evaluation/verdict.js';
import { deriveSubjects } from '../exposure/derive-subjects.js';
import { type SubjectView } from '../exposure/subject-view.js';
import { type FlowView } from '../exposure/view/flow-view.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type Problem } from '../inventory/problem.js';
import { recordKey } from '../inventory/record-key.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type SealFrameworks } from '../reference/seal-frameworks.js';
import { objectiveLevel } from './objective-level.js';
import { type DeploymentSovereignty, type SovereigntyResult } from './sovereignty-result.js';

export type SealFramework = SealFrameworks['sealFrameworks'][number];

export interface SovereigntyInput {
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
  readonly framework: SealFramework;
  /** Rules named `<objective>.<level>`, such as SOV-2.3. */
  readonly pack: CompiledPack;
  readonly problems: readonly Problem[];
}

/** The level each live deployment reaches per objective, as a range: what is not recorded widens it and never raises its lower end. Objectives are not averaged. */
export function sovereigntyLevels({ snapshot, reference, framework, pack, problems }: SovereigntyInput): SovereigntyResult {
  const judge = createJudge(bindPacks([pack]), { asOf: snapshot.asOf });
  const verdicts = new Map<string, Verdict[]>();
  const prompted = new Set<string>();
  for (const view of deriveSubjects(snapshot, reference, snapshot.asOf)) {
    if (view.kind !== 'deployment' && view.kind !== 'flow') continue;
    if (isInference(view)) prompted.add(view.subject);
    const known = verdicts.get(view.subject);
    if (known) known.push(...judge(view));
    else verdicts.set(view.subject, [...judge(view)]);
  }
  const deployments = snapshot.deployments
    .filter(({ status }) => status !== 'retired')
    .map(({ id, name }): DeploymentSovereignty => {
      const key = recordKey('deployment', id);
      const objectives = framework.objectives.map((objective) => objectiveLevel(objective, pack.rules, { verdicts: verdicts.get(key) ?? [], promptsRecorded: prompted.has(key) }));
      return { id, name: name ?? id, objectives, score: scoreOf(objectives) };
    });
  return {
    schema: 'domicile/sovereignty-result/1',
    engine: engineName,
    asOf: snapshot.asOf,
    framework: { id: framework.id, name: framework.name, label: framework.label, confidence: framework.confidence, levels: framework.levels },
    digests: { snapshot: snapshot.digest, facts: prefixed(reference.digest), pack: prefixed(pack.digest) },
    deployments,
    problems,
  };
}

/** Where prompts go matters most: the other flows alone show no level. */
function isInference({ kind, variables }: SubjectView): boolean {
  return kind === 'flow' && (variables['flow'] as FlowView | undefined)?.inference === true;
}

const highestLevel = 4;
const prefixed = (digest: string): string => (digest.startsWith('sha256:') ? digest : `sha256:${digest}`);

function scoreOf(objectives: DeploymentSovereignty['objectives']): DeploymentSovereignty['score'] {
  const total = objectives.reduce((sum, { weight }) => sum + weight, 0);
  const weighted = (end: 'low' | 'high'): number => Math.round((objectives.reduce((sum, objective) => sum + objective.weight * objective[end], 0) / (total * highestLevel)) * 100);
  return { low: weighted('low'), high: weighted('high'), unit: 'per cent' };
}
