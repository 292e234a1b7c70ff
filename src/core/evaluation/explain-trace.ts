import { expressionParts } from '../policy/expression-parts.js';
import { type Expression, type QuantifierNode } from '../policy/expression.js';
import { expressionText } from './expression-text.js';
import { parameterText } from './parameter-text.js';
import { readPath, traceExpression, type Trace, type TracedPath, type TraceScope } from './trace-expression.js';
import { type ExplanationOperand, type ExplanationStep } from './verdict.js';

/** Most elements of one list that an explanation shows. */
const mostElements = 10;
const mostSteps = 40;
const mostItems = 5;

export interface TraceExplanation {
  readonly steps: readonly ExplanationStep[];
  /** Concrete paths whose absence left it undecided, sorted. */
  readonly missing: readonly string[];
  /** Whether sources that contradict each other left it undecided. */
  readonly contradicted: boolean;
}

/** The sub-expressions that decided a condition: each false operand of an `and`, all operands of an `or`, only the counterexamples under `all`. */
export function explainTrace(trace: Trace, source: string): TraceExplanation {
  const decisive = decisiveParts(trace);
  const steps = decisive.slice(0, mostSteps).map((part) => ('node' in part ? stepOf(part, source) : part));
  const undecided = decisive.filter((part): part is Trace => 'node' in part && part.value === undefined).flatMap((part) => unreadPaths(part.node, part.scope));
  return {
    steps,
    missing: [...new Set(undecided.map(({ path }) => path))].sort(),
    contradicted: undecided.some(({ state }) => state === 'contradicted'),
  };
}

function decisiveParts(trace: Trace): readonly (Trace | ExplanationStep)[] {
  const { node, parts, value } = trace;
  switch (node.op) {
    case 'not':
      return parts.flatMap(decisiveParts);
    case 'and':
    case 'or': {
      const bothCount = value === (node.op === 'and');
      return (bothCount ? parts : parts.filter((part) => part.value === value)).flatMap(decisiveParts);
    }
    case 'if':
      return parts.flatMap(decisiveParts);
    case 'quantifier':
      return node.method === 'exists_one' || parts.length === 0 ? [trace] : decisiveElements(trace);
    default:
      return [trace];
  }
}

function decisiveElements({ node, parts, value }: Trace): readonly (Trace | ExplanationStep)[] {
  const counting = parts.filter((part) => part.value === value);
  const shown = counting.slice(0, mostElements).flatMap(decisiveParts);
  const hidden = counting.length - mostElements;
  if (hidden <= 0 || node.op !== 'quantifier') return shown;
  return [...shown, { expression: `… and ${hidden} more elements`, result: typeof value === 'boolean' ? value : 'unknown', operands: [] }];
}

function stepOf({ node, value, scope }: Trace, source: string): ExplanationStep {
  return { expression: expressionText(source, node), result: typeof value === 'boolean' ? value : 'unknown', operands: operandsOf(node, scope) };
}

function operandsOf(node: Expression, scope: TraceScope): ExplanationOperand[] {
  switch (node.op) {
    case 'now':
      return [{ path: 'now', value: new Date(scope.now).toISOString() }];
    case 'parameter':
      return [{ path: `params.${node.name}`, value: shortened(parameterText(node, scope.params)) }];
    case 'variable':
    case 'field':
      return [operandOf(readPath(node, scope))];
    case 'quantifier':
      return operandsOf(node.over, scope);
    default: {
      const operands = expressionParts(node).flatMap((part) => operandsOf(part, scope));
      return operands.filter(({ path }, index) => operands.findIndex((other) => other.path === path) === index);
    }
  }
}

function operandOf({ path, raw, state, sensitive }: TracedPath): ExplanationOperand {
  if (sensitive && state === 'present') return { path, value: null, state: 'masked' };
  if (state === 'missing' || state === 'contradicted') return { path, value: null, state };
  return state === 'present' ? { path, value: shortened(raw) } : { path, value: sensitive ? null : raw, state };
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const shown = items.slice(0, mostItems).map((item) => (typeof item === 'object' && item !== null ? '{…}' : item));
    return items.length > mostItems ? [...shown, `… ${items.length - mostItems} more`] : shown;
  }
  return typeof value === 'object' && value !== null ? '{…}' : value;
}

/** Paths an undecided expression could not read; for has(), the object that would hold the field. */
function unreadPaths(node: Expression, scope: TraceScope): TracedPath[] {
  if (node.op === 'has') {
    const of = readPath(node.of, scope);
    const parent = readPath(node.of.of, scope);
    return parent.state === 'present' ? [of] : [parent];
  }
  if (node.op === 'field' || node.op === 'variable') return [readPath(node, scope)].filter(({ value }) => value === undefined);
  if (node.op === 'quantifier') return unreadInLoop(node, scope);
  if (node.op === 'in' && (node.haystack.op === 'field' || node.haystack.op === 'variable')) return [...unreadPaths(node.needle, scope), ...unreadItems(readPath(node.haystack, scope))];
  return expressionParts(node).flatMap((part) => unreadPaths(part, scope));
}

function unreadItems(list: TracedPath): TracedPath[] {
  if (!Array.isArray(list.value)) return [list];
  return list.value.flatMap((item: unknown, index) => (item === undefined ? [{ ...list, path: `${list.path}[${index}]`, value: undefined, state: 'missing' as const }] : []));
}

/** What exists_one() could not read, in the list or in the condition on each element. */
function unreadInLoop(node: QuantifierNode, scope: TraceScope): TracedPath[] {
  const over = node.over.op === 'parameter' ? [] : unreadPaths(node.over, scope);
  const trace = traceExpression(node, scope);
  return [...over, ...trace.parts.filter(({ value }) => value === undefined).flatMap((part) => unreadPaths(part.node, part.scope))];
}
