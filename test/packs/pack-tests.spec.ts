import { testPack } from '../../src/core/evaluation/test-pack.js';
import { shippedOverlays, shippedPacks } from '../scenarios/shipped-packs.js';

it('passes every test of every pack, with each condition seen true and false and no mutant alive', async () => {
  const packs = await shippedPacks(shippedOverlays());
  expect(packs.map(({ pack }) => pack.id)).toEqual(['ai-act', 'clearance', 'code-calls', 'eu-sovereignty', 'licence-and-use', 'processors', 'provenance', 'resilience', 'transfers']);
  for (const { pack, tests } of packs) {
    for (const rule of testPack(pack, tests).rules) {
      expect({ rule: rule.ruleId, failures: rule.failures, problems: rule.problems, survived: rule.mutants.survived, uncovered: rule.conditions.uncovered }).toEqual({ rule: rule.ruleId, failures: [], problems: [], survived: [], uncovered: [] });
    }
  }
});

it('gives every rule a pass, a fail, an unknown and, where it can be out of scope, a not-applicable case', async () => {
  for (const { pack, tests } of await shippedPacks(shippedOverlays())) {
    for (const { rule, tests: cases } of tests.rules) {
      const expected = new Set(cases.flatMap(({ expect: outcome }) => (typeof outcome === 'string' ? [outcome] : Object.values(outcome))));
      const compiled = pack.rules.find(({ id }) => id === rule);
      const wanted = ['pass', 'fail', 'unknown', ...(compiled?.appliesTo === undefined && compiled?.forEach === undefined ? [] : ['not-applicable'])];
      expect({ rule, lacks: wanted.filter((outcome) => !expected.has(outcome as 'pass')) }).toEqual({ rule, lacks: [] });
    }
  }
});
