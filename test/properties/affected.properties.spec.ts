import fc from 'fast-check';
import { bindPacks } from '../../src/core/evaluation/bind-packs.js';
import { createJudge } from '../../src/core/evaluation/create-judge.js';
import { affectedSubjects, type Affected } from '../../src/core/exposure/affected-subjects.js';
import { borrowedNames } from '../../src/core/exposure/borrowed-names.js';
import { type ChangedRecord } from '../../src/core/exposure/changed-record.js';
import { deriveSubjects } from '../../src/core/exposure/derive-subjects.js';
import { type RecordFinder } from '../../src/core/exposure/record-finder.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventoryFragment } from '../../src/core/inventory/inventory-fragment.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { joinStatements } from '../../src/core/register/join-statements.js';
import { planChanges } from '../../src/core/register/plan-changes.js';
import { type RegisterRecord } from '../../src/core/register/register-record.js';
import { takeApart } from '../../src/core/register/take-apart.js';
import '../fixed-seed.js';
import { distinctStatements, fragmentOf, statement } from '../factories/random-statements.js';
import { type Rulebook, rulebook } from '../factories/rulebook.js';

const asOf = '2026-11-23T00:00:00.000Z';
const numRuns = Number(process.env['DOMICILE_AFFECTED_RUNS'] ?? 300);

const fits = (value: unknown, pattern: unknown): boolean => {
  if (Array.isArray(pattern)) return Array.isArray(value) && pattern.every((item) => value.some((each) => fits(each, item)));
  if (typeof pattern === 'object' && pattern !== null) return typeof value === 'object' && value !== null && Object.entries(pattern).every(([name, member]) => fits((value as Record<string, unknown>)[name], member));
  return value === pattern;
};

function finderIn(after: ReadonlyMap<string, RegisterRecord>): RecordFinder {
  const joined = [...after.values()].map((each) => ({ kind: each.kind, id: each.id, value: joinStatements(each).value }));
  return (kind, patterns) => Promise.resolve(joined.filter((each) => each.kind === kind && patterns.some((pattern) => fits(each.value, pattern))));
}

async function affectedBy(before: readonly InventoryFragment[], after: readonly InventoryFragment[], { reference }: Rulebook): Promise<Affected> {
  const [was, is] = [takeApart(before).records, takeApart(after).records];
  const changes = planChanges(was, () => true, is).changes.map(({ key, record: { kind, id } }): ChangedRecord => {
    const [old, fresh] = [was.get(key), is.get(key)];
    return { kind, id, ...(old === undefined ? {} : { before: joinStatements(old).value }), ...(fresh === undefined ? {} : { after: joinStatements(fresh).value }), stated: [...(old?.statements ?? []), ...(fresh?.statements ?? [])].map(({ value }) => value) };
  });
  const flowsDisputed = [...is.values()].some((each) => each.kind === 'dataFlow' && joinStatements(each).contradictions.some(({ pointer }) => pointer === '/deployment'));
  return affectedSubjects({ changes, find: finderIn(is), names: borrowedNames(reference), organisations: ['organisation/acme'], flowsDisputed: () => Promise.resolve(flowsDisputed) });
}

function verdictsIn(snapshot: InventorySnapshot, { packs, reference }: Rulebook): ReadonlyMap<string, string> {
  const judge = createJudge(bindPacks(packs), { asOf });
  const verdicts = new Map<string, string>();
  for (const view of deriveSubjects(snapshot, reference, asOf)) verdicts.set(view.subject, (verdicts.get(view.subject) ?? '') + JSON.stringify(judge(view)));
  return verdicts;
}

describe('what a change affects', () => {
  let book: Rulebook;
  beforeAll(async () => {
    book = await rulebook();
  });

  it('is everything whose verdicts differ, in random inventories under random changes', async () => {
    let narrow = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 15, maxLength: 45 }), fc.array(statement, { minLength: 0, maxLength: 2 }), fc.array(fc.nat(), { maxLength: 2 }), async (all, fresh, gone) => {
        const before = distinctStatements(all);
        const leaving = new Set(gone.map((pick) => pick % before.length));
        const after = distinctStatements([...before.filter((_one, index) => !leaving.has(index)), ...fresh]);
        const [was, is] = [before.map(fragmentOf), after.map(fragmentOf)];
        const affected = await affectedBy(was, is, book);
        if ('everything' in affected) return;
        const [old, now] = [verdictsIn(assembleSnapshot(was, asOf), book), verdictsIn(assembleSnapshot(is, asOf), book)];
        const differing = [...new Set([...old.keys(), ...now.keys()])].filter((subject) => old.get(subject) !== now.get(subject));
        if (affected.subjects.size < now.size) narrow++;
        expect(differing.filter((subject) => !affected.subjects.has(subject))).toEqual([]);
      }),
      { numRuns },
    );
    expect(narrow).toBeGreaterThan(numRuns / 4);
  }, 600_000);
});
