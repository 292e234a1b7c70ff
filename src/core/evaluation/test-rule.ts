import { type CompiledExpression, type CompiledPack, type CompiledRule, type PackTests, type TestsOfRule } from '../policy/compiled-pack.js';
import { addCoverage, type Coverage, startCoverage } from './condition-coverage.js';
import { mutateExpression } from './mutate-expression.js';
import { type RuleReport } from './pack-report.js';
import { parameterValues } from './parameter-values.js';
import { ruleScope } from './rule-scope.js';
import { runRuleTest, type TestCase, testCaseOf, type TestOutcome } from './run-rule-test.js';
import { traceExpression } from './trace-expression.js';

/** Runs the tests of a rule, then checks the tests themselves: cases, conditions seen, deliberate mistakes noticed. */
export function testRule(rule: CompiledRule, pack: CompiledPack, { tests, survivors }: TestsOfRule, fixtures: PackTests['fixtures']): RuleReport {
  const cases = tests.map((test) => testCaseOf(test, rule, pack, fixtures));
  const results = cases.map((each) => runRuleTest(rule, pack, each));
  const failures = cases.flatMap((each, index) => failureOf(each, results[index] ?? []));
  const mutants = failures.length > 0 ? { total: 0, killed: 0, excused: 0, survived: [], stale: [] } : mutationOf({ rule, pack, cases, results }, survivors);
  const { stale, ...counts } = mutants;
  const problems = [...missingCases(rule, results.flat()), ...stale];
  return {
    ruleId: rule.id,
    tests: cases.length,
    failures,
    conditions: conditionsOf(rule, pack, cases),
    mutants: counts,
    problems,
    passed: failures.length === 0 && problems.length === 0 && counts.survived.length === 0,
  };
}

function failureOf({ test }: TestCase, outcomes: readonly TestOutcome[]): RuleReport['failures'] {
  const { expect } = test;
  const actual = outcomes.map(({ element, outcome }) => (element === undefined ? outcome : `${element}: ${outcome}`)).join(', ');
  if (typeof expect === 'string') return outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === expect) ? [] : [{ test: test.name, expected: expect, actual }];
  const wanted = Object.entries(expect).map(([element, outcome]) => `${element}: ${outcome}`);
  return [...wanted].sort().join() === outcomes.map(({ element, outcome }) => `${element ?? ''}: ${outcome}`).sort().join() ? [] : [{ test: test.name, expected: wanted.join(', '), actual }];
}

function missingCases(rule: CompiledRule, outcomes: readonly TestOutcome[]): string[] {
  const lacks: string[] = [];
  for (const wanted of ['pass', 'fail'] as const) {
    if (!outcomes.some(({ outcome, undecided }) => outcome === wanted && !undecided)) lacks.push(`${rule.id} has no test in which it comes to ${wanted}; add one`);
  }
  const optional = rule.check.mayBeMissing || rule.appliesTo?.mayBeMissing === true;
  if (optional && !outcomes.some(({ undecided }) => undecided)) lacks.push(`${rule.id} reads optional fields but has no test in which one is missing; add one that expects ${rule.onMissing}`);
  return lacks;
}

function conditionsOf(rule: CompiledRule, pack: CompiledPack, cases: readonly TestCase[]): RuleReport['conditions'] {
  const coverage: Coverage = new Map();
  const expressions = [rule.appliesTo, rule.check].filter((each): each is CompiledExpression => each !== undefined);
  for (const { root, source } of expressions) startCoverage(root, source, coverage);
  for (const each of cases) {
    const tested = { rule, params: parameterValues(each.params) };
    for (const element of elementsOf(rule, runRuleTest(rule, pack, each))) {
      for (const { root, source } of expressions) addCoverage(traceExpression(root, ruleScope(tested, each.view, each.now, element)), source, coverage);
    }
  }
  const conditions = [...coverage.values()];
  const uncovered = conditions.flatMap(({ expression, seen }) => {
    const never = ([true, false] as const).filter((value) => !seen.has(value)).map((value) => (value ? 'true' : 'false'));
    return never.length === 0 ? [] : [{ expression, never }];
  });
  return { total: conditions.length, covered: conditions.length - uncovered.length, uncovered };
}

function elementsOf(rule: CompiledRule, outcomes: readonly TestOutcome[]): readonly number[] {
  return rule.forEach === undefined ? [-1] : outcomes.flatMap(({ element }, index) => (element === undefined ? [] : [index]));
}

interface Tested {
  readonly rule: CompiledRule;
  readonly pack: CompiledPack;
  readonly cases: readonly TestCase[];
  readonly results: readonly (readonly TestOutcome[])[];
}

function mutationOf(tested: Tested, survivors: TestsOfRule['survivors']): RuleReport['mutants'] & { readonly stale: readonly string[] } {
  const { rule } = tested;
  const mutants = [...(rule.appliesTo === undefined ? [] : mutantsOf(rule, 'appliesTo', rule.appliesTo)), ...mutantsOf(rule, 'check', rule.check)];
  const alive = mutants.filter(({ rule: mutant }) => !isNoticed(mutant, tested)).map(({ name }) => name);
  const excused = new Set(survivors.map(({ mutant }) => mutant));
  return {
    total: mutants.length,
    killed: mutants.length - alive.length,
    excused: alive.filter((name) => excused.has(name)).length,
    survived: alive.filter((name) => !excused.has(name)),
    stale: [...excused].filter((name) => !alive.includes(name)).map((name) => `${rule.id} excuses the mutant '${name}', which does not survive; remove it from survivors`),
  };
}

function mutantsOf(rule: CompiledRule, part: 'appliesTo' | 'check', expression: CompiledExpression): readonly { readonly name: string; readonly rule: CompiledRule }[] {
  return mutateExpression(expression.root, expression.source).map(({ change, root }) => ({ name: `${part}: ${change}`, rule: { ...rule, [part]: { ...expression, root } } }));
}

function isNoticed(mutant: CompiledRule, { pack, cases, results }: Tested): boolean {
  return cases.some((each, index) => {
    const before = results[index] ?? [];
    const after = runRuleTest(mutant, pack, each);
    return after.length !== before.length || after.some(({ outcome }, at) => outcome !== before[at]?.outcome);
  });
}
