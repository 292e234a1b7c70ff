import { choosePart } from '../../core/audit/choose-part.js';
import { UnknownPartError } from '../../core/audit/unknown-part-error.js';
import { bindPacks } from '../../core/evaluation/bind-packs.js';
import { createJudge } from '../../core/evaluation/create-judge.js';
import { type Verdict } from '../../core/evaluation/verdict.js';
import { deriveSubjects } from '../../core/exposure/derive-subjects.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-input.js';
import { gatherInventory } from './gather-inventory.js';
import { layFactsOver } from './lay-facts-over.js';
import { type TriedVerdict } from './tried-verdict.js';

/** Verdicts that an answer carries. */
const most = 2000;

/** What packs say of one deployment with its flows, its model and, where there is one, the organisation, each verdict with what decided it. @throws DomainError `not-checkable` */
export function tryPacks(input: CheckInput, packs: readonly CompiledPack[], deployment: string, assets: AuditAssets): readonly TriedVerdict[] {
  const { fragments, settings } = gatherInventory(input);
  const reference = layFactsOver(assets.reference, input, settings.facts);
  const snapshot = assembleSnapshot(fragments, input.asOf);
  const wanted = new Set([...subjectsOf(snapshot, deployment), ...(snapshot.organisation === undefined ? [] : [recordKey('organisation', snapshot.organisation.id)])]);
  const judge = createJudge(bindPacks(packs), { asOf: input.asOf });
  const titles = new Map(packs.flatMap(({ id: pack, rules }) => rules.map(({ id, title }) => [`${pack} ${id}`, title])));
  const verdicts: TriedVerdict[] = [];
  for (const view of deriveSubjects(snapshot, reference, input.asOf, (subject) => wanted.has(subject))) verdicts.push(...judge(view).map((verdict) => viewOf(verdict, titles.get(`${verdict.pack} ${verdict.ruleId}`) ?? verdict.ruleId)));
  if (verdicts.length > most) throw new DomainError('not-checkable', `${deployment} with its flows gets ${verdicts.length} verdicts, and a trial shows at most ${most}; audit the register instead, which leaves none out`);
  return verdicts;
}

function subjectsOf(snapshot: InventorySnapshot, deployment: string): readonly string[] {
  try {
    return choosePart(snapshot, [recordKey('deployment', deployment)]).subjects;
  } catch (error) {
    if (error instanceof UnknownPartError) throw new DomainError('not-checkable', error.message, { errors: [{ pointer: '/deployment', detail: error.message }] });
    throw error;
  }
}

function viewOf({ ruleId, subject, element, outcome, severity, message, explanation = [], missing = [] }: Verdict, title: string): TriedVerdict {
  return {
    ruleId,
    title,
    subject,
    element: element ?? null,
    outcome,
    severity,
    message: message ?? null,
    explanation: explanation.map(({ expression, result, operands }) => ({ expression, result, operands: operands.map(({ path, value, state }) => ({ path, value: value ?? null, ...(state === undefined ? {} : { state }) })) })),
    missing: [...missing],
  };
}
