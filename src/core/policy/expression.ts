/** Where a part of an expression stands in its source: UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ScalarKind = 'string' | 'number' | 'boolean' | 'timestamp' | 'duration';
export type Constant = string | number | boolean;
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type TextMethod = 'startsWith' | 'endsWith' | 'contains';
export type QuantifierMethod = 'all' | 'exists' | 'exists_one';

/** Kind of value a path leads to; `list<timestamp>` lists are parsed element by element. */
export type PathKind = ScalarKind | 'object' | 'list<object>' | 'list<string>' | 'list<number>' | 'list<boolean>' | 'list<timestamp>';

export interface VariableNode extends Span {
  readonly op: 'variable';
  readonly name: string;
  readonly kind: PathKind;
}

export interface FieldNode extends Span {
  readonly op: 'field';
  readonly of: PathNode;
  readonly name: string;
  readonly kind: PathKind;
  readonly sensitive?: true;
}

export type PathNode = VariableNode | FieldNode;

export interface ParameterNode extends Span {
  readonly op: 'parameter';
  readonly name: string;
  readonly kind: PathKind;
}

export interface ConstantNode extends Span {
  readonly op: 'constant';
  readonly value: Constant;
  readonly kind: ScalarKind;
}

export interface ConstantListNode extends Span {
  readonly op: 'list';
  readonly values: readonly Constant[];
}

export interface ComparisonNode extends Span {
  readonly op: 'compare';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface QuantifierNode extends Span {
  readonly op: 'quantifier';
  readonly method: QuantifierMethod;
  readonly over: PathNode | ParameterNode;
  readonly variable: string;
  readonly body: Expression;
}

/** A checked expression: plain JSON, every path known to the schema, every operator applied to types it takes. */
export type Expression =
  | PathNode
  | ParameterNode
  | ConstantNode
  | ConstantListNode
  | ComparisonNode
  | QuantifierNode
  | (Span & { readonly op: 'now' })
  | (Span & { readonly op: 'has'; readonly of: FieldNode })
  | (Span & { readonly op: 'not'; readonly of: Expression })
  | (Span & { readonly op: 'and' | 'or'; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly op: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression })
  | (Span & { readonly op: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly op: 'in'; readonly needle: Expression; readonly haystack: PathNode | ParameterNode | ConstantListNode })
  | (Span & { readonly op: 'size'; readonly of: Expression })
  | (Span & { readonly op: 'text'; readonly method: TextMethod; readonly of: Expression; readonly argument: Expression })
  | (Span & { readonly op: 'matches'; readonly of: Expression; readonly pattern: string })
  | (Span & { readonly op: 'timestamp'; readonly of: Expression });
