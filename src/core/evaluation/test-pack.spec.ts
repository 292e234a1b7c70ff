import { z } from 'zod';
import { compilePack } from '../policy/compile-pack.js';
import { typeEnvironmentOf } from '../policy/type-environment-of.js';
import { type PackReport } from './pack-report.js';
import { testPack } from './test-pack.js';

const flow = z.strictObject({ id: z.string().max(40), personal: z.boolean(), country: z.string().max(3), mechanism: z.enum(['scc', 'bcr', 'none']).optional(), partners: z.array(z.strictObject({ name: z.string().max(20), ready: z.boolean() })).max(10).optional(), signedAt: z.iso.date().optional() });
const environment = typeEnvironmentOf({ flow });

const tests = [
  { name: 'inside', fixture: 'ok', expect: 'pass' },
  { name: 'outside without ground', fixture: 'ok', patch: { flow: { country: 'IN', mechanism: 'none' } }, expect: 'fail' },
  { name: 'outside with clauses', fixture: 'ok', patch: { flow: { country: 'IN', mechanism: 'scc' } }, expect: 'pass' },
  { name: 'ground not recorded', fixture: 'ok', patch: { flow: { country: 'IN', mechanism: null } }, expect: 'unknown' },
  { name: 'no personal data', fixture: 'ok', patch: { flow: { personal: false, country: 'IN', mechanism: 'none' } }, expect: 'not-applicable' },
];
const rule = {
  id: 'TRF-01', title: 'T', severity: 'high', subject: 'flow', controls: ['C'], rationale: 'r', message: 'm', remediation: 'm',
  appliesTo: 'flow.personal',
  check: 'flow.country in params.adequate || flow.mechanism in params.mechanisms',
  tests,
};

function report(changes: Record<string, unknown> = {}): PackReport {
  const result = compilePack(
    {
      apiVersion: 'domicile/v1', kind: 'PolicyPack',
      metadata: { id: 'test', title: 'T', version: '1.0.0', owner: 'o', inventorySchema: 'domicile/inventory/1' },
      params: { adequate: { type: 'list<string>', default: ['DE', 'FR'] }, mechanisms: { type: 'list<string>', default: ['scc', 'bcr'] } },
      fixtures: { ok: { flow: { id: 'f0', personal: true, country: 'DE', partners: [{ name: 'x', ready: true }] } } },
      rules: [{ ...rule, ...changes }],
    },
    { environment, controls: new Set(['C']), positions: (pointer) => ({ file: pointer, line: 1, column: 1 }) },
  );
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return testPack(result.pack, result.tests);
}

describe('testPack', () => {
  it('passes a rule whose tests notice every deliberate mistake', () => {
    expect(report()).toEqual({
      pack: 'test', version: '1.0.0', passed: true,
      rules: [{ ruleId: 'TRF-01', tests: 5, failures: [], conditions: { total: 3, covered: 3, uncovered: [] }, mutants: { total: 6, killed: 6, excused: 0, survived: [] }, problems: [], passed: true }],
    });
  });

  it('reports what a test expected and what came', () => {
    const [failed] = report({ tests: [{ ...tests[0], expect: 'fail' }] }).rules;
    expect(failed).toMatchObject({ passed: false, failures: [{ test: 'inside', expected: 'fail', actual: 'pass' }] });
  });

  it('asks for a pass, a fail and a missing case', () => {
    expect(report({ tests: [tests[0]] }).rules[0]?.problems).toEqual([
      'TRF-01 has no test in which it comes to fail; add one',
      'TRF-01 reads optional fields but has no test in which one is missing; add one that expects unknown',
    ]);
  });

  it('names conditions that were never true', () => {
    const [rule] = report({ tests: tests.filter(({ name }) => name !== 'outside with clauses') }).rules;
    expect(rule?.conditions.uncovered).toEqual([{ expression: 'flow.mechanism in params.mechanisms', never: ['true'] }]);
  });

  it('accepts a survivor with a reason, and refuses an excuse nobody needs', () => {
    const check = "flow.country != 'XX' && flow.personal";
    const excused = (...mutants: string[]) => report({ check, appliesTo: undefined, survivors: mutants.map((mutant) => ({ mutant, reason: 'no country is XX' })), tests: [{ ...tests[0] }, { name: 'no personal data', fixture: 'ok', patch: { flow: { personal: false } }, expect: 'fail' }] }).rules[0];
    expect(excused()).toMatchObject({ mutants: { total: 5, killed: 4, survived: ["check: flow.country != 'XX' && flow.personal: drop left"] }, passed: false });
    expect(excused('check: flow.country != \'XX\' && flow.personal: drop left')).toMatchObject({ mutants: { excused: 1, survived: [] }, problems: [], passed: true });
    expect(excused('check: nothing')?.problems[0]).toContain("excuses the mutant 'check: nothing', which does not survive");
  });

  it('tests elements of a forEach by key', () => {
    const forEach = { in: 'flow.partners', as: 'partner', key: 'partner.name' };
    const partners = [{ name: 'a', ready: true }, { name: 'b', ready: false }];
    const [each] = report({ forEach, appliesTo: undefined, check: 'partner.ready', tests: [{ name: 'two', fixture: 'ok', patch: { flow: { partners } }, expect: { a: 'pass', b: 'fail' } }] }).rules;
    expect(each).toMatchObject({ passed: true, failures: [] });
  });
});
