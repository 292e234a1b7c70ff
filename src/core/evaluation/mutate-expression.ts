import { type ComparisonOperator, type Expression } from '../policy/expression.js';
import { expressionText } from './expression-text.js';

/** An expression with one deliberate mistake, which a test should notice. */
export interface Mutant {
  /** The part that was changed and how, such as `flow.scope == 'site': == to !=`. */
  readonly change: string;
  readonly root: Expression;
}

const flips: Readonly<Record<ComparisonOperator, readonly ComparisonOperator[]>> = { '==': ['!='], '!=': ['=='], '<': ['<=', '>'], '<=': ['<', '>='], '>': ['>=', '<'], '>=': ['>', '<='] };

/** Every mutant of an expression: comparisons flipped, and and or swapped, operands dropped, conditions negated, all and exists swapped. */
export function mutateExpression(root: Expression, source: string): readonly Mutant[] {
  const seen = new Map<string, number>();
  return mutants(root, source).map(({ change, root: changed }) => {
    const count = (seen.get(change) ?? 0) + 1;
    seen.set(change, count);
    return { change: count === 1 ? change : `${change} (${count})`, root: changed };
  });
}

function mutants(node: Expression, source: string): Mutant[] {
  return [...ownMutants(node).map(([how, root]) => ({ change: `${expressionText(source, node)}: ${how}`, root })), ...innerMutants(node, source)];
}

function ownMutants(node: Expression): readonly (readonly [string, Expression])[] {
  switch (node.op) {
    case 'compare':
      return flips[node.operator].map((operator) => [`${node.operator} to ${operator}`, { ...node, operator }]);
    case 'and':
    case 'or':
      return [
        [node.op === 'and' ? '&& to ||' : '|| to &&', { ...node, op: node.op === 'and' ? 'or' : 'and' }],
        ['drop left', node.right],
        ['drop right', node.left],
      ];
    case 'not':
      return [['drop !', node.of]];
    case 'if':
      return [['swap branches', { ...node, then: node.otherwise, otherwise: node.then }]];
    case 'quantifier': {
      const method = node.method === 'exists' ? 'all' : 'exists';
      return [[`${node.method} to ${method}`, { ...node, method }]];
    }
    case 'in':
    case 'has':
    case 'text':
    case 'matches':
      return [['negate', { op: 'not', of: node, start: node.start, end: node.end }]];
    case 'field':
    case 'variable':
    case 'parameter':
      return node.kind === 'boolean' ? [['negate', { op: 'not', of: node, start: node.start, end: node.end }]] : [];
    default:
      return [];
  }
}

function innerMutants(node: Expression, source: string): Mutant[] {
  const within = (inner: Expression, put: (root: Expression) => Expression): Mutant[] => mutants(inner, source).map(({ change, root }) => ({ change, root: put(root) }));
  switch (node.op) {
    case 'not':
      return within(node.of, (of) => ({ ...node, of })).filter(({ change }) => !change.endsWith(': negate'));
    case 'and':
    case 'or':
      return [...within(node.left, (left) => ({ ...node, left })), ...within(node.right, (right) => ({ ...node, right }))];
    case 'if':
      return [
        ...within(node.condition, (condition) => ({ ...node, condition })),
        ...within(node.then, (then) => ({ ...node, then })),
        ...within(node.otherwise, (otherwise) => ({ ...node, otherwise })),
      ];
    case 'quantifier':
      return within(node.body, (body) => ({ ...node, body }));
    default:
      return [];
  }
}
