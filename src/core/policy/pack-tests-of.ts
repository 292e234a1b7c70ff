import { type Problem } from '../inventory/problem.js';
import { type CompiledRule, type PackTests } from './compiled-pack.js';
import { documentProblems } from './document-problems.js';
import { jsonPointerOf } from './json-pointer-of.js';
import { packParameter } from './pack-parameter.js';
import { type PolicyPack } from './policy-pack.js';
import { type RuleTest } from './policy-rule.js';
import { type PositionLookup } from './source-position.js';
import { type TypeEnvironment } from './value-type.js';

interface TestContext {
  readonly pack: PolicyPack;
  readonly environment: TypeEnvironment;
  readonly positions: PositionLookup;
  readonly problems: Problem[];
}

/** The tests of a pack; documents that no schema allows, unknown fixtures and missing instants are added to the problems. */
export function packTestsOf(rules: readonly (CompiledRule | undefined)[], context: TestContext): PackTests {
  const { pack } = context;
  for (const [name, document] of Object.entries(pack.fixtures ?? {})) reportDocument(document, ['fixtures', name], context);
  for (const [ruleIndex, rule] of pack.rules.entries()) {
    for (const [index, test] of (rule.tests ?? []).entries()) checkTest(test, rules[ruleIndex], ['rules', ruleIndex, 'tests', index], context);
  }
  return {
    fixtures: pack.fixtures ?? {},
    rules: pack.rules.map(({ id, tests, survivors }) => ({ rule: id, tests: tests ?? [], survivors: survivors ?? [] })),
  };
}

function checkTest(test: RuleTest, rule: CompiledRule | undefined, at: readonly PropertyKey[], context: TestContext): void {
  const { pack } = context;
  const say = (keys: readonly PropertyKey[], message: string): number => context.problems.push({ ...context.positions(jsonPointerOf([...at, ...keys])), code: 'pack-test', message });
  if (!Object.hasOwn(pack.fixtures ?? {}, test.fixture)) say(['fixture'], `the pack has no fixture '${test.fixture}'; the fixtures are ${Object.keys(pack.fixtures ?? {}).join(', ') || 'none, so add one under fixtures'}`);
  reportDocument(test.patch ?? {}, [...at, 'patch'], context);
  for (const [name, value] of Object.entries(test.params ?? {})) {
    const parameter = Object.hasOwn(pack.params ?? {}, name) ? pack.params?.[name] : undefined;
    if (!packParameter.safeParse({ ...parameter, default: value }).success) say(['params', name], parameter === undefined ? `the pack has no parameter '${name}'; remove it` : `the parameter '${name}' is a ${parameter.type}; write a value of that type`);
  }
  if (rule === undefined) return;
  if (rule.usesNow && test.asOf === undefined) say([], `the rule ${rule.id} uses now, so its test needs an instant; write asOf: 2026-06-01`);
  if (rule.forEach === undefined && typeof test.expect !== 'string') say(['expect'], `the rule ${rule.id} has no forEach, so it gives one outcome; write pass, fail, unknown or not-applicable`);
}

function reportDocument(document: Readonly<Record<string, unknown>>, at: readonly PropertyKey[], { environment, positions, problems }: TestContext): void {
  const fields = Object.fromEntries(Object.entries(environment).map(([name, type]) => [name, { type, optional: true, sensitive: false }]));
  for (const { pointer, key, message } of documentProblems(document, { kind: 'object', fields })) {
    problems.push({ ...positions(jsonPointerOf(at) + pointer, { key }), code: 'pack-test', message });
  }
}
