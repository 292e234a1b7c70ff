import { type Expression } from '../policy/expression.js';
import { traceExpression, type Trace, type TraceScope } from './trace-expression.js';

const furthestInstant = 8.64e15;

/**
 * The first instant after now, in milliseconds since 1970, at which the outcome differs, if only time passes.
 * Every comparison with now is linear in it, so the outcome can change only where one of them does: those instants are tried in order.
 */
export function nextFlip<Outcome>(traces: readonly Trace[], now: number, outcomeAt: (instant: number) => Outcome): number | undefined {
  const turning = new Set<number>();
  for (const trace of traces) collect(trace, now, turning);
  const current = outcomeAt(now);
  return [...turning].sort((a, b) => a - b).find((instant) => outcomeAt(instant) !== current);
}

function collect(trace: Trace, now: number, turning: Set<number>): void {
  for (const part of trace.parts) collect(part, now, turning);
  if (trace.node.op !== 'compare') return;
  const { left, right } = trace.node;
  const slope = slopeOf(left) - slopeOf(right);
  const difference = numberOf(left, trace.scope) - numberOf(right, trace.scope);
  const instant = Math.ceil(now - difference / slope);
  if (!Number.isFinite(instant)) return;
  for (const candidate of [instant, instant + 1]) if (candidate > now && candidate <= furthestInstant) turning.add(candidate);
}

function numberOf(node: Expression, scope: TraceScope): number {
  const { value } = traceExpression(node, scope);
  return typeof value === 'number' ? value : Number.NaN;
}

/** Milliseconds the value moves while one passes. */
function slopeOf(node: Expression): number {
  if (node.op === 'now') return 1;
  if (node.op !== 'arithmetic' || node.operator === '*' || node.operator === '/') return 0;
  return node.operator === '+' ? slopeOf(node.left) + slopeOf(node.right) : slopeOf(node.left) - slopeOf(node.right);
}
