import { contradicted } from '../inventory/contradicted.js';
import { type ParameterValue } from '../policy/compiled-pack.js';
import { type Constant, type Expression, type PathKind, type PathNode, type QuantifierNode } from '../policy/expression.js';
import { compilePattern } from '../policy/compile-pattern.js';
import { parseInstant } from '../policy/parse-instant.js';
import { calculate, compareValues, sizeOf, testText } from './operations.js';

/** A variable in scope: its value as the view holds it and the concrete path that leads there. */
export interface TracedVariable {
  readonly value: unknown;
  readonly path: string;
  readonly sensitive: boolean;
}

export interface TraceScope {
  readonly variables: ReadonlyMap<string, TracedVariable>;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A value that an expression read, with the path it came from. */
export interface TracedPath {
  readonly path: string;
  /** As the view holds it. */
  readonly raw: unknown;
  /** As rules see it; undefined where it is missing, contradicted or no timestamp. */
  readonly value: unknown;
  readonly state: 'present' | 'missing' | 'contradicted' | 'unreadable';
  readonly sensitive: boolean;
}

/** An expression with what every part of it came to; nothing is cut short. */
export interface Trace {
  readonly node: Expression;
  readonly value: unknown;
  readonly scope: TraceScope;
  /** Operands of `not`, `and`, `or` and `if`; one trace per element of a quantifier. */
  readonly parts: readonly Trace[];
}

/** Evaluates an expression over a view as it is, keeping what every part came to. The closures answer the same, faster. */
export function traceExpression(node: Expression, scope: TraceScope): Trace {
  switch (node.op) {
    case 'not': {
      const of = traceExpression(node.of, scope);
      return { node, scope, parts: [of], value: of.value === undefined ? undefined : of.value !== true };
    }
    case 'and':
    case 'or':
      return traceLogic(node, scope);
    case 'if': {
      const condition = traceExpression(node.condition, scope);
      const chosen = condition.value === undefined ? undefined : traceExpression(condition.value === true ? node.then : node.otherwise, scope);
      return { node, scope, parts: chosen === undefined ? [condition] : [condition, chosen], value: chosen?.value };
    }
    case 'quantifier':
      return traceQuantifier(node, scope);
    default:
      return { node, scope, parts: [], value: simpleValue(node, scope) };
  }
}

function traceLogic(node: Extract<Expression, { op: 'and' | 'or' }>, scope: TraceScope): Trace {
  const parts = [traceExpression(node.left, scope), traceExpression(node.right, scope)];
  return { node, scope, parts, value: combined(parts, node.op === 'or') };
}

/** `deciding` where one part has that value, its opposite where all have, else undecided. */
function combined(parts: readonly Trace[], deciding: boolean): boolean | undefined {
  if (parts.some(({ value }) => value === deciding)) return deciding;
  return parts.some(({ value }) => value === undefined) ? undefined : !deciding;
}

function traceQuantifier(node: QuantifierNode, scope: TraceScope): Trace {
  const parts = elementScopes(node, scope)?.map((inner) => traceExpression(node.body, inner));
  if (parts === undefined) return { node, scope, parts: [], value: undefined };
  if (node.method !== 'exists_one') return { node, scope, parts, value: combined(parts, node.method === 'exists') };
  const undecided = parts.some(({ value }) => value === undefined);
  return { node, scope, parts, value: undecided ? undefined : parts.filter(({ value }) => value === true).length === 1 };
}

function elementScopes(node: QuantifierNode, scope: TraceScope): TraceScope[] | undefined {
  const over = node.over.op === 'parameter' ? { path: `params.${node.over.name}`, value: scope.params[node.over.name], raw: scope.params[node.over.name], sensitive: false } : readPath(node.over, scope);
  if (!Array.isArray(over.raw)) return undefined;
  return over.raw.map((value: unknown, index) => ({ ...scope, variables: new Map([...scope.variables, [node.variable, { value, path: `${over.path}[${index}]`, sensitive: over.sensitive }]]) }));
}

function simpleValue(node: Expression, scope: TraceScope): unknown {
  const value = (part: Expression): unknown => traceExpression(part, scope).value;
  switch (node.op) {
    case 'variable':
    case 'field':
      return readPath(node, scope).value;
    case 'constant':
      return node.value;
    case 'list':
      return node.values;
    case 'parameter':
      return scope.params[node.name];
    case 'now':
      return scope.now;
    case 'has':
      return isThere(node.of, scope);
    case 'compare':
      return both(value(node.left), value(node.right), (left, right) => compareValues(node.operator, left as Constant, right as Constant));
    case 'arithmetic':
      return both(value(node.left), value(node.right), (left, right) => calculate(node.operator, left as number, right as number));
    case 'in':
      return both(value(node.needle), value(node.haystack), (needle, list) => contains(list as readonly unknown[], needle));
    case 'size':
      return both(value(node.of), true, (of) => sizeOf(of as string | readonly unknown[]));
    case 'text':
      return both(value(node.of), value(node.argument), (of, argument) => testText(node.method, of as string, argument as string));
    case 'matches':
      return both(value(node.of), true, (of) => compilePattern(node.pattern)(of as string));
    case 'timestamp':
      return both(value(node.of), true, (of) => parseInstant(of as string));
    default:
      return traceExpression(node, scope).value;
  }
}

function both(left: unknown, right: unknown, then: (left: unknown, right: unknown) => unknown): unknown {
  return left === undefined || right === undefined ? undefined : then(left, right);
}

function contains(list: readonly unknown[], needle: unknown): boolean | undefined {
  if (list.includes(needle)) return true;
  return list.includes(undefined) ? undefined : false;
}

function isThere(node: PathNode, scope: TraceScope): boolean | undefined {
  if (node.op === 'field' && readPath(node.of, scope).state !== 'present') return undefined;
  const { state } = readPath(node, scope);
  return state === 'contradicted' ? undefined : state !== 'missing';
}

/** What a path leads to. Below something missing or contradicted everything is missing or contradicted. */
export function readPath(node: PathNode, scope: TraceScope): TracedPath {
  if (node.op === 'variable') {
    const variable = scope.variables.get(node.name);
    if (variable === undefined) throw new Error(`the variable '${node.name}' is bound nowhere`);
    return seen(variable.path, variable.value, node.kind, variable.sensitive);
  }
  const of = readPath(node.of, scope);
  const path = `${of.path}.${node.name}`;
  const sensitive = of.sensitive || node.sensitive === true;
  if (of.state !== 'present') return { path, raw: undefined, value: undefined, state: of.state, sensitive };
  return seen(path, (of.raw as Readonly<Record<string, unknown>>)[node.name], node.kind, sensitive);
}

function seen(path: string, raw: unknown, kind: PathKind, sensitive: boolean): TracedPath {
  if (raw === contradicted) return { path, raw: undefined, value: undefined, state: 'contradicted', sensitive };
  if (raw === null || raw === undefined) return { path, raw: undefined, value: undefined, state: 'missing', sensitive };
  if (Array.isArray(raw)) return { path, raw, value: raw.map((item) => itemValue(item, kind)), state: 'present', sensitive };
  if (kind !== 'timestamp') return { path, raw, value: raw, state: 'present', sensitive };
  const value = typeof raw === 'string' ? parseInstant(raw) : undefined;
  return { path, raw, value, state: value === undefined ? 'unreadable' : 'present', sensitive };
}

function itemValue(item: unknown, kind: PathKind): unknown {
  if (item === null || item === contradicted) return undefined;
  return kind === 'list<timestamp>' && typeof item === 'string' ? parseInstant(item) : item;
}
