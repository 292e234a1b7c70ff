import { type Expression } from '../policy/expression.js';
import { expressionText } from './expression-text.js';
import { type Trace } from './trace-expression.js';

/** Which answers an atomic condition has given over all tests. */
export interface SeenCondition {
  readonly expression: string;
  readonly seen: Set<boolean | 'unknown'>;
}

/** Conditions by their place in the source, in the order they are written. */
export type Coverage = Map<string, SeenCondition>;

/** Every atomic condition of an expression, with nothing seen yet. */
export function startCoverage(root: Expression, source: string, coverage: Coverage): void {
  for (const node of atomsOf(root)) coverage.set(keyOf(node, source), { expression: expressionText(source, node), seen: new Set() });
}

/** Adds what the conditions of one evaluation came to. */
export function addCoverage(trace: Trace, source: string, coverage: Coverage): void {
  const { value } = trace;
  if (typeof value === 'boolean' || value === undefined) coverage.get(keyOf(trace.node, source))?.seen.add(value ?? 'unknown');
  for (const part of trace.parts) addCoverage(part, source, coverage);
}

function keyOf({ op, start, end }: Expression, source: string): string {
  return `${source} ${op} ${start} ${end}`;
}

function atomsOf(node: Expression): readonly Expression[] {
  switch (node.op) {
    case 'not':
      return atomsOf(node.of);
    case 'and':
    case 'or':
      return [...atomsOf(node.left), ...atomsOf(node.right)];
    case 'if':
      return [...atomsOf(node.condition), ...atomsOf(node.then), ...atomsOf(node.otherwise)];
    case 'quantifier':
      return atomsOf(node.body);
    case 'constant':
      return [];
    default:
      return [node];
  }
}
