import { type SubjectView } from '../exposure/subject-view.js';
import { type CompiledPack, type CompiledRule, type ParameterValue } from '../policy/compiled-pack.js';
import { type Outcome } from '../policy/outcome.js';
import { parseInstant } from '../policy/parse-instant.js';
import { type RuleTest } from '../policy/policy-rule.js';
import { bindPacks } from './bind-packs.js';
import { createRun, type EvaluationRun, type RawOutcome, valueAt, visitOutcomes } from './evaluation-run.js';
import { mergePatch } from './merge-patch.js';

/** One test of a rule, with its document and parameters worked out. */
export interface TestCase {
  readonly test: RuleTest;
  readonly view: SubjectView;
  readonly params: CompiledPack['params'];
  /** Milliseconds since 1970; 1970 itself for rules that do not use now. */
  readonly now: number;
}

export interface TestOutcome {
  /** Key of the element; absent where the rule gave one outcome. */
  readonly element?: string;
  readonly outcome: Outcome;
  /** Whether something missing kept the rule from being answered. */
  readonly undecided: boolean;
}

export function testCaseOf(test: RuleTest, rule: CompiledRule, pack: CompiledPack, fixtures: Readonly<Record<string, unknown>>): TestCase {
  const variables = mergePatch(fixtures[test.fixture] ?? {}, test.patch ?? {}) as Readonly<Record<string, unknown>>;
  const params = Object.entries(pack.params).map(([name, parameter]) => {
    const value = Object.hasOwn(test.params ?? {}, name) ? (test.params?.[name] as ParameterValue) : parameter.value;
    return [name, { ...parameter, value: parameter.type === 'timestamp' && typeof value === 'string' ? (parseInstant(value) ?? value) : value }] as const;
  });
  return {
    test,
    view: { kind: rule.subject, subject: `${rule.subject}/${test.fixture}`, variables, origins: [], factUses: [] },
    params: Object.fromEntries(params),
    now: test.asOf === undefined ? 0 : (parseInstant(test.asOf) ?? 0),
  };
}

/** What a rule, or a mutant of it, says of the document of a test. */
export function runRuleTest(rule: CompiledRule, pack: CompiledPack, { view, params, now }: TestCase): readonly TestOutcome[] {
  const run = createRun(bindPacks([{ ...pack, params, rules: [{ ...rule, enabled: true }] }]), now);
  const outcomes: TestOutcome[] = [];
  visitOutcomes(run, view, ({ loop }, element, outcome) => {
    outcomes.push({
      ...(loop === undefined || element < 0 ? {} : { element: elementKey(run, loop, element) }),
      outcome: settled(outcome, rule),
      undecided: outcome === 'undecided' || outcome === 'unknown',
    });
  });
  return outcomes;
}

function elementKey(run: EvaluationRun, loop: { readonly key: Parameters<typeof valueAt>[0] }, element: number): string {
  const key = valueAt(loop.key, run.frame);
  return typeof key === 'string' || typeof key === 'number' ? String(key) : `[${element}]`;
}

function settled(outcome: RawOutcome, rule: CompiledRule): Outcome {
  return outcome === 'undecided' ? rule.onMissing : outcome;
}
