import { parse, type ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './expression-error.js';
import { type Span } from './expression.js';

/** Syntax of the policy language: the part of CEL that rules may use, before types are known. */
export type SyntaxNode =
  | (Span & { readonly op: 'literal'; readonly value: string | number | boolean })
  | (Span & { readonly op: 'identifier'; readonly name: string })
  | (Span & { readonly op: 'select'; readonly of: SyntaxNode; readonly name: string })
  | (Span & { readonly op: 'not'; readonly of: SyntaxNode })
  | (Span & { readonly op: 'negate'; readonly of: SyntaxNode })
  | (Span & { readonly op: 'binary'; readonly operator: BinaryOperator; readonly left: SyntaxNode; readonly right: SyntaxNode })
  | (Span & { readonly op: 'conditional'; readonly condition: SyntaxNode; readonly then: SyntaxNode; readonly otherwise: SyntaxNode })
  | (Span & { readonly op: 'list'; readonly items: readonly SyntaxNode[] })
  | (Span & { readonly op: 'call'; readonly name: string; readonly receiver?: SyntaxNode; readonly args: readonly SyntaxNode[] });

const binaryOperators = ['==', '!=', '<', '<=', '>', '>=', '&&', '||', '+', '-', '*', '/', 'in'] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

const longestSource = 4_096;
const mostNodes = 500;

/**
 * Parses CEL. This is the one place that knows the CEL library.
 * @throws ExpressionError where the source is no CEL, is too long, or uses what the profile leaves out
 */
export function parseExpression(source: string): SyntaxNode {
  const whole = { start: 0, end: source.length };
  if (source.length > longestSource) throw new ExpressionError(`the expression has ${source.length} characters and ${longestSource} are allowed; split the rule`, { start: 0, end: 0 }, 'over-budget');
  let nodes = 0;
  const convert = (node: ASTNode): SyntaxNode => {
    nodes += 1;
    if (nodes > mostNodes) throw new ExpressionError(`the expression has more than ${mostNodes} parts; split the rule`, whole, 'over-budget');
    return convertNode(node, convert);
  };
  return convert(parseSource(source));
}

function parseSource(source: string): ASTNode {
  try {
    return parse(source).ast;
  } catch (error) {
    const { summary, range } = error as { summary?: string; range?: Span };
    const span = range === undefined ? { start: 0, end: source.length } : { start: range.start, end: range.end };
    throw new ExpressionError(`not a CEL expression: ${summary ?? 'nested too deeply'}; correct the expression`, span, 'expression-syntax');
  }
}

function convertNode(node: ASTNode, convert: (node: ASTNode) => SyntaxNode): SyntaxNode {
  const span = { start: node.start, end: node.end };
  switch (node.op) {
    case 'value':
      return { op: 'literal', value: literalOf(node.args, span), ...span };
    case 'id':
      return { op: 'identifier', name: node.args, ...span };
    case '.':
      return { op: 'select', of: convert(node.args[0]), name: node.args[1], ...span };
    case '!_':
      return { op: 'not', of: convert(node.args), ...span };
    case '-_':
      return { op: 'negate', of: convert(node.args), ...span };
    case '?:':
      return { op: 'conditional', condition: convert(node.args[0]), then: convert(node.args[1]), otherwise: convert(node.args[2]), ...span };
    case 'list':
      return { op: 'list', items: node.args.map(convert), ...span };
    case 'call':
      return { op: 'call', name: node.args[0], args: node.args[1].map(convert), ...span };
    case 'rcall':
      return { op: 'call', name: node.args[0], receiver: convert(node.args[1]), args: node.args[2].map(convert), ...span };
    case '[]': {
      const [of, index] = node.args;
      if (index.op === 'value' && typeof index.args === 'string') return { op: 'select', of: convert(of), name: index.args, ...span };
      throw new ExpressionError('an index is not allowed; write a field name, or exists() and all() over the list', span, 'expression-profile');
    }
    case 'map':
      throw new ExpressionError('a map literal is not allowed; use a parameter of the pack', span, 'expression-profile');
    default:
      return { op: 'binary', ...binaryOf(node, span, convert), ...span };
  }
}

function binaryOf(node: ASTNode, span: Span, convert: (node: ASTNode) => SyntaxNode) {
  const operator = binaryOperators.find((known) => known === node.op);
  if (operator === undefined) throw new ExpressionError(`the operator ${node.op} is not part of the policy language; write the condition without it`, span, 'expression-profile');
  const [left, right] = node.args as [ASTNode, ASTNode];
  return { operator, left: convert(left), right: convert(right) };
}

function literalOf(value: unknown, span: Span): string | number | boolean {
  if (typeof value === 'bigint') {
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ExpressionError(`${value} is too large; write a number up to ${Number.MAX_SAFE_INTEGER}`, span, 'expression-type');
    return Number(value);
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null) throw new ExpressionError('null is not a value here; ask whether a field is there with has(…)', span, 'expression-profile');
  throw new ExpressionError('bytes and unsigned numbers are not part of the policy language; write a string or a number', span, 'expression-profile');
}
