import { type EvaluationRun, rawOutcome, valueAt } from './evaluation-run.js';
import { nowSlot } from './frame-layout.js';
import { nextFlip } from './next-flip.js';
import { renderMessage } from './render-message.js';
import { ruleScope } from './rule-scope.js';
import { type Ruling } from './ruling.js';
import { type Settlement, settleRuling, type UnverifiedFacts } from './settle-ruling.js';
import { severityAsOf } from './severity-as-of.js';
import { traceExpression, type TraceScope } from './trace-expression.js';
import { type Verdict } from './verdict.js';

/** Writes a ruling down. The frame of the run must still hold the subject and element it is about. */
export function verdictOf(ruling: Ruling, run: EvaluationRun, unverified: UnverifiedFacts): Verdict {
  const { bound, view, facts } = ruling;
  let known: TraceScope | undefined;
  const scope = (): TraceScope => (known ??= ruleScope(bound, view, run.now, ruling.element));
  const settled = settleRuling(ruling, scope, unverified);
  const element = elementOf(ruling, run);
  const told = settled.outcome === 'fail' || settled.outcome === 'unknown' ? renderMessage(bound.rule, scope()) : settled.outcome === 'error' ? errorMessage(ruling) : undefined;
  const flipsAt = canFlip(ruling, settled) ? flipOf(ruling, run, scope()) : undefined;
  const verdict: Writable<Verdict> = { ruleId: bound.rule.id, pack: bound.pack.id, subject: view.subject, outcome: settled.outcome, severity: severityAsOf(bound.rule.severity, run.now), references: bound.rule.paths };
  if (element !== undefined) verdict.element = element;
  if (told !== undefined) verdict.message = told;
  if (settled.explanation !== undefined) verdict.explanation = settled.explanation;
  if (settled.missing !== undefined && settled.missing.length > 0) verdict.missing = settled.missing;
  if (flipsAt !== undefined) verdict.flipsAt = flipsAt;
  if (facts.length > 0) verdict.facts = facts;
  return verdict;
}

type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] };

/** A rule that does not apply, or may not, stays so for as long as its condition does not read the time. */
function canFlip({ bound, outcome }: Ruling, settled: Settlement): boolean {
  if (!bound.rule.usesNow || settled.outcome === 'error') return false;
  return bound.appliesByTime || (outcome !== 'not-applicable' && outcome !== 'unknown');
}

function elementOf({ bound, view, element }: Ruling, run: EvaluationRun): string | undefined {
  const { loop, rule } = bound;
  if (loop === undefined || rule.forEach === undefined || element < 0) return view.element;
  const key = valueAt(loop.key, run.frame);
  const named = typeof key === 'string' || typeof key === 'number' ? String(key) : `[${element}]`;
  return [...(view.element === undefined ? [] : [view.element]), rule.forEach.as, named].join('/');
}

function errorMessage({ bound, error }: Ruling): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The rule ${bound.rule.id} could not be answered: ${reason}.`;
}

function flipOf({ bound }: Ruling, run: EvaluationRun, scope: TraceScope): string | undefined {
  const { appliesTo, check } = bound.rule;
  const traces = [...(appliesTo === undefined ? [] : [traceExpression(appliesTo.root, scope)]), traceExpression(check.root, scope)];
  const flip = nextFlip(traces, run.now, (instant) => {
    run.frame[nowSlot] = instant;
    return rawOutcome(bound, run.frame);
  });
  run.frame[nowSlot] = run.now;
  return flip === undefined ? undefined : new Date(flip).toISOString();
}
