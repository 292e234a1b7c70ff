/** Every engine of the policy benchmark behind one shape: asked about all subjects, it returns how often each outcome came. */
import { Environment } from '@marcbachmann/cel-js';
import { evaluate as evaluateCel, parse as parseCel } from 'cel-js';
import { bindPacks } from '../../dist/src/core/evaluation/bind-packs.js';
import { createJudge } from '../../dist/src/core/evaluation/create-judge.js';
import { createRun, visitOutcomes } from '../../dist/src/core/evaluation/evaluation-run.js';
import { compilePack } from '../../dist/src/core/policy/compile-pack.js';
import { typeEnvironmentOf } from '../../dist/src/core/policy/type-environment-of.js';
import { byHand, outcomeNames } from './by-hand.mjs';
import { pack, params, portable, rules } from './rules.mjs';
import { schemas } from './schema.mjs';
import { jsonRulesEngines } from './with-json-rules-engine.mjs';

export const asOf = '2026-11-23T00:00:00Z';
const now = Date.parse(asOf);
const dayMilliseconds = 86_400_000;

const none = () => ({ pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, error: 0 });

function compiled() {
  const result = compilePack(pack, { environment: typeEnvironmentOf(schemas), controls: new Set(['BENCH']), positions: (pointer) => ({ file: pointer, line: 1, column: 1 }) });
  if ('problems' in result) throw new Error(result.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return bindPacks([JSON.parse(JSON.stringify(result.pack))]);
}

export function domicile() {
  const bound = compiled();
  return (subjects) => {
    const counts = none();
    const run = createRun(bound, now);
    const count = (_rule, _element, outcome) => {
      counts[outcome === 'undecided' ? 'unknown' : outcome] += 1;
    };
    for (const view of subjects) visitOutcomes(run, view, count);
    return counts;
  };
}

/** With a verdict object for every outcome, and message and explanation for everything that does not pass. */
export function domicileVerdicts() {
  const bound = compiled();
  return (subjects) => {
    const counts = none();
    const judge = createJudge(bound, { asOf });
    for (const view of subjects) for (const { outcome } of judge(view)) counts[outcome] += 1;
    return counts;
  };
}

export function handWritten() {
  const functions = byHand(params, now);
  return (subjects) => {
    const counts = none();
    for (const { kind, variables } of subjects) {
      const list = functions[kind];
      for (let index = 0; index < list.length; index++) counts[outcomeNames[list[index](variables)]] += 1;
    }
    return counts;
  };
}

export function jsonRules() {
  const engines = jsonRulesEngines(params, now);
  return async (subjects) => {
    const counts = none();
    for (const { kind, variables } of subjects) {
      const { results, failureResults } = await engines[kind].run(variables);
      counts.pass += results.length;
      counts.fail += failureResults.length;
    }
    return counts;
  };
}

const daysSince = (text) => (now - Date.parse(text)) / dayMilliseconds;
const matchesText = (text, pattern) => new RegExp(pattern).test(text);

/** A rule is asked whether it applies, then its check; whatever throws is unknown. */
function countRules(asked, subjects) {
  const counts = none();
  for (const { kind, variables } of subjects) {
    const context = { ...variables, params };
    for (const { applies, check } of asked[kind]) {
      let outcome;
      try {
        outcome = applies !== undefined && applies(context) !== true ? 'not-applicable' : check(context) === true ? 'pass' : 'fail';
      } catch {
        outcome = 'unknown';
      }
      counts[outcome] += 1;
    }
  }
  return counts;
}

function askedWith(prepare) {
  const asked = { flow: [], deployment: [], model: [], organisation: [] };
  for (const { subject, appliesTo, check } of rules) asked[subject].push({ applies: appliesTo === undefined ? undefined : prepare(portable(appliesTo)), check: prepare(portable(check)) });
  return asked;
}

export function celJs() {
  const asked = askedWith((source) => {
    const parsed = parseCel(source);
    if (!parsed.isSuccess) throw new Error(`cel-js cannot parse ${source}: ${parsed.errors.join(', ')}`);
    return (context) => evaluateCel(parsed.cst, context, { daysSince, matchesText });
  });
  return (subjects) => countRules(asked, subjects);
}

export function celByBachmann() {
  const environment = new Environment({ unlistedVariablesAreDyn: true }).registerFunction('daysSince(dyn): double', daysSince).registerFunction('matchesText(dyn, string): bool', matchesText);
  const asked = askedWith((source) => environment.parse(source));
  return (subjects) => countRules(asked, subjects);
}
