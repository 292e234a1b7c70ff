import { ExpressionError } from './expression-error.js';
import { type Expression, type PathKind, type PathNode, type Span } from './expression.js';
import { type SyntaxNode } from './parse-expression.js';
import { type ValueType } from './value-type.js';

/** What checking an expression has found out about it so far. */
export interface Findings {
  readonly params: Set<string>;
  cost: number;
  usesNow: boolean;
}

/** What is known where a part of an expression stands. */
export interface CheckScope {
  readonly variables: ReadonlyMap<string, ValueType>;
  readonly params: ReadonlyMap<string, ValueType>;
  /** What a rule of this kind is called in messages, such as `a rule about flow`. */
  readonly speaker: string;
  /** Paths as written, known to be there because something before asked for them. */
  readonly present: ReadonlySet<string>;
  readonly quantifiers: number;
  readonly multiplier: number;
  readonly findings: Findings;
}

export interface Checked {
  readonly node: Expression;
  readonly type: ValueType;
  readonly mayBeMissing: boolean;
}

export type Check = (syntax: SyntaxNode, scope: CheckScope) => Checked;

export function describeType(type: ValueType): string {
  return type.kind === 'list' ? `list of ${describeType(type.of)}` : type.kind;
}

export function expectKind(checked: Checked, kind: ValueType['kind'], remedy: string): void {
  if (checked.type.kind !== kind) throw new ExpressionError(`this is a ${describeType(checked.type)} where a ${kind} is needed; ${remedy}`, checked.node, 'expression-type');
}

export function kindOf(type: ValueType, span: Span): PathKind {
  if (type.kind !== 'list') return type.kind;
  if (type.of.kind === 'duration' || type.of.kind === 'list') throw new ExpressionError(`a list of ${type.of.kind}s cannot be read; change the schema`, span, 'expression-type');
  return `list<${type.of.kind}>`;
}

export function isPath(node: Expression): node is PathNode {
  return node.op === 'field' || node.op === 'variable';
}
