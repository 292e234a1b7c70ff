import { type FactUse } from '../exposure/subject-view.js';
import { type Outcome } from '../policy/outcome.js';
import { explainTrace, type TraceExplanation } from './explain-trace.js';
import { isBelow } from './fact-leanings.js';
import { type Ruling } from './ruling.js';
import { readPath, traceExpression, type TraceScope } from './trace-expression.js';
import { type ExplanationStep } from './verdict.js';

/** The outcome that counts, and why, where it is neither a pass nor not applicable. */
export interface Settlement {
  readonly outcome: Outcome;
  readonly explanation?: readonly ExplanationStep[];
  readonly missing?: readonly string[];
}

/** `unknown` where a pass that leans on a known-but-unverified fact shall not count. */
export type UnverifiedFacts = 'accept' | 'unknown';

/**
 * Weighs a ruling: onMissing turns an undecided check into a fail only where the subject is silent, never where its sources
 * contradict each other or a reference fact is stale; and a rule that asks whether a stale fact is there gets no answer.
 */
export function settleRuling(ruling: Ruling, scope: () => TraceScope, unverified: UnverifiedFacts): Settlement {
  const { outcome, facts } = ruling;
  if (outcome === 'error') return { outcome };
  if (outcome === 'undecided' || outcome === 'unknown') return settleUndecided(ruling, scope());
  const doubtful = facts.length === 0 ? facts : facts.filter((use) => (outcome === 'pass' && unverified === 'unknown' && use.state === 'unverified') || (isStale(use) && isAsked(ruling, use)));
  if (doubtful.length > 0) return { outcome: 'unknown', missing: doubtful.map(({ path }) => path), explanation: doubtful.map(doubtStep) };
  if (outcome !== 'fail') return { outcome };
  const { rule } = ruling.bound;
  const { steps } = explainTrace(traceExpression(rule.check.root, scope()), rule.check.source);
  return { outcome, explanation: steps };
}

function settleUndecided(ruling: Ruling, scope: TraceScope): Settlement {
  const { rule } = ruling.bound;
  const explained = explainUndecided(ruling, scope);
  const stale = ruling.facts.filter((use) => isStale(use) && explained.missing.some((path) => covers(use.path, path)));
  const silent = !explained.contradicted && stale.length === 0;
  const outcome = ruling.outcome === 'undecided' && rule.onMissing === 'fail' && silent ? 'fail' : 'unknown';
  return { outcome, explanation: [...explained.steps, ...stale.map(doubtStep)], missing: explained.missing };
}

function explainUndecided({ bound: { rule }, element, outcome }: Ruling, scope: TraceScope): TraceExplanation {
  if (rule.forEach !== undefined && element < 0) {
    const { path, state } = readPath(rule.forEach.in, scope);
    return { steps: [{ expression: path, result: 'unknown', operands: [{ path, value: null, state: state === 'contradicted' ? state : 'missing' }] }], missing: [path], contradicted: state === 'contradicted' };
  }
  const expression = outcome === 'unknown' && rule.appliesTo !== undefined ? rule.appliesTo : rule.check;
  return explainTrace(traceExpression(expression.root, scope), expression.source);
}

function isStale({ state }: FactUse): boolean {
  return state === 'stale' || state === 'not-yet-known' || state === 'missing';
}

function isAsked({ bound }: Ruling, use: FactUse): boolean {
  const path = use.path.replace(/\[\d+\]/g, '[]');
  return bound.asked.some((asked) => asked === path || isBelow(asked, path));
}

function covers(one: string, other: string): boolean {
  return one === other || isBelow(one, other) || isBelow(other, one);
}

function doubtStep({ fact, path, state }: FactUse): ExplanationStep {
  return { expression: `reference fact ${fact} is ${state}`, result: 'unknown', operands: [{ path, value: null, state: 'missing' }] };
}
