import { checkCall } from './check-call.js';
import { checkComparison, checkMembership } from './check-comparison.js';
import { type Checked, type CheckScope, describeType, expectKind, isPath, kindOf } from './check-scope.js';
import { didYouMean } from './did-you-mean.js';
import { ExpressionError } from './expression-error.js';
import { type Constant, type Expression, type Span } from './expression.js';
import { impliedPresent } from './implied-present.js';
import { type SyntaxNode } from './parse-expression.js';
import { type ValueType } from './value-type.js';
import { writtenPath } from './written-path.js';

const boolean: ValueType = { kind: 'boolean' };

/**
 * Checks syntax against the types in scope and gives the typed expression.
 * @throws ExpressionError at the first part that names what is not there or joins what does not fit
 */
export function checkExpression(syntax: SyntaxNode, scope: CheckScope): Checked {
  scope.findings.cost += scope.multiplier;
  switch (syntax.op) {
    case 'literal':
      return constant(syntax.value, syntax);
    case 'identifier':
      return checkIdentifier(syntax, scope);
    case 'select':
      return checkSelect(syntax, scope);
    case 'not': {
      const of = checkExpression(syntax.of, scope);
      expectKind(of, 'boolean', 'negate a condition');
      return { node: { op: 'not', of: of.node, ...spanOf(syntax) }, type: boolean, mayBeMissing: of.mayBeMissing };
    }
    case 'negate':
      return checkNegation(syntax, scope);
    case 'conditional':
      return checkConditional(syntax, scope);
    case 'list':
      return checkList(syntax, scope);
    case 'call':
      return checkCall(syntax, scope, checkExpression);
    case 'binary':
      return checkBinary(syntax, scope);
  }
}

function constant(value: Constant, span: Span): Checked {
  const kind = typeof value as 'string' | 'number' | 'boolean';
  return { node: { op: 'constant', value, kind, ...spanOf(span) }, type: { kind }, mayBeMissing: false };
}

function checkIdentifier(syntax: Extract<SyntaxNode, { op: 'identifier' }>, scope: CheckScope): Checked {
  const { name } = syntax;
  if (name === 'now') {
    scope.findings.usesNow = true;
    return { node: { op: 'now', ...spanOf(syntax) }, type: { kind: 'timestamp' }, mayBeMissing: false };
  }
  if (name === 'params') throw new ExpressionError('params is no value; name a parameter, such as params.maxDays', syntax, 'expression-type');
  const variable = scope.variables.get(name);
  if (variable === undefined) {
    const known = [...scope.variables.keys(), 'params', 'now'];
    throw new ExpressionError(`${scope.speaker} has no variable '${name}'${didYouMean(name, known) || `; it has ${known.join(', ')}`}`, syntax, 'unknown-variable');
  }
  return { node: { op: 'variable', name, kind: kindOf(variable, syntax), ...spanOf(syntax) }, type: variable, mayBeMissing: false };
}

function checkSelect(syntax: Extract<SyntaxNode, { op: 'select' }>, scope: CheckScope): Checked {
  const { name } = syntax;
  if (syntax.of.op === 'identifier' && syntax.of.name === 'params') return checkParameter(syntax, scope);
  const of = checkExpression(syntax.of, scope);
  if (of.type.kind !== 'object' || !isPath(of.node)) {
    const remedy = of.type.kind === 'list' ? 'walk it with exists() or all()' : 'read it as it is';
    throw new ExpressionError(`a ${describeType(of.type)} has no field '${name}'; ${remedy}`, syntax, 'expression-type');
  }
  const field = Object.hasOwn(of.type.fields, name) ? of.type.fields[name] : undefined;
  if (field === undefined) throw unknownField(name, writtenPath(of.node), Object.keys(of.type.fields), syntax);
  const node = { op: 'field', of: of.node, name, kind: kindOf(field.type, syntax), ...(field.sensitive ? { sensitive: true as const } : {}), ...spanOf(syntax) } as const;
  const written = writtenPath(node);
  return { node, type: field.type, mayBeMissing: !scope.present.has(written) && (field.optional || of.mayBeMissing) };
}

function unknownField(name: string, of: string, known: readonly string[], span: Span): ExpressionError {
  const hint = didYouMean(name, known) || `; it has ${[...known].sort().slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`;
  return new ExpressionError(`${of} has no field '${name}'${hint}`, { start: span.end - name.length, end: span.end }, 'unknown-field');
}

function checkParameter(syntax: Extract<SyntaxNode, { op: 'select' }>, scope: CheckScope): Checked {
  const { name } = syntax;
  const type = scope.params.get(name);
  if (type === undefined) throw new ExpressionError(`the pack has no parameter '${name}'${didYouMean(name, scope.params.keys()) || '; add it under params'}`, { start: syntax.end - name.length, end: syntax.end }, 'unknown-parameter');
  scope.findings.params.add(name);
  return { node: { op: 'parameter', name, kind: kindOf(type, syntax), ...spanOf(syntax) }, type, mayBeMissing: false };
}

function checkNegation(syntax: Extract<SyntaxNode, { op: 'negate' }>, scope: CheckScope): Checked {
  const of = checkExpression(syntax.of, scope);
  expectKind(of, 'number', 'put the minus before a number');
  if (of.node.op === 'constant') return constant(-Number(of.node.value), syntax);
  const zero = constant(0, syntax).node;
  return { node: { op: 'arithmetic', operator: '-', left: zero, right: of.node, ...spanOf(syntax) }, type: of.type, mayBeMissing: of.mayBeMissing };
}

function checkConditional(syntax: Extract<SyntaxNode, { op: 'conditional' }>, scope: CheckScope): Checked {
  const condition = checkExpression(syntax.condition, scope);
  expectKind(condition, 'boolean', 'write a condition before the question mark');
  const then = checkExpression(syntax.then, withPresent(scope, impliedPresent(condition.node, true)));
  const otherwise = checkExpression(syntax.otherwise, withPresent(scope, impliedPresent(condition.node, false)));
  if (then.type.kind !== otherwise.type.kind || then.type.kind === 'object' || then.type.kind === 'list') {
    throw new ExpressionError(`the branches are a ${describeType(then.type)} and a ${describeType(otherwise.type)}; give both the same simple type`, syntax, 'expression-type');
  }
  return {
    node: { op: 'if', condition: condition.node, then: then.node, otherwise: otherwise.node, ...spanOf(syntax) },
    type: { kind: then.type.kind },
    mayBeMissing: condition.mayBeMissing || then.mayBeMissing || otherwise.mayBeMissing,
  };
}

function checkList(syntax: Extract<SyntaxNode, { op: 'list' }>, scope: CheckScope): Checked {
  const values: Constant[] = [];
  for (const item of syntax.items) {
    const { node } = checkExpression(item, scope);
    if (node.op !== 'constant' || node.kind === 'timestamp' || node.kind === 'duration') throw new ExpressionError('a list holds literals only; compare fields one by one', item, 'expression-profile');
    values.push(node.value);
  }
  const [first] = values;
  if (first === undefined) throw new ExpressionError('the list is empty, so nothing is in it; write at least one value', syntax, 'expression-type');
  if (values.some((value) => typeof value !== typeof first)) throw new ExpressionError('the list mixes types; give it values of one type', syntax, 'expression-type');
  return {
    node: { op: 'list', values, ...spanOf(syntax) },
    type: { kind: 'list', of: { kind: typeof first as 'string' | 'number' | 'boolean' }, maxItems: values.length },
    mayBeMissing: false,
  };
}

function checkBinary(syntax: Extract<SyntaxNode, { op: 'binary' }>, scope: CheckScope): Checked {
  switch (syntax.operator) {
    case '&&':
    case '||':
      return checkLogic(syntax, scope);
    case 'in':
      return checkMembership(syntax, scope, checkExpression);
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(syntax, syntax.operator, scope);
    default:
      return checkComparison(syntax, syntax.operator, scope, checkExpression);
  }
}

function checkLogic(syntax: Extract<SyntaxNode, { op: 'binary' }>, scope: CheckScope): Checked {
  const and = syntax.operator === '&&';
  const left = checkExpression(syntax.left, scope);
  expectKind(left, 'boolean', 'write a condition');
  const right = checkExpression(syntax.right, withPresent(scope, impliedPresent(left.node, and)));
  expectKind(right, 'boolean', 'write a condition');
  return { node: { op: and ? 'and' : 'or', left: left.node, right: right.node, ...spanOf(syntax) }, type: boolean, mayBeMissing: left.mayBeMissing || right.mayBeMissing };
}

const results: Readonly<Record<string, ValueType['kind']>> = {
  'number+number': 'number', 'number-number': 'number', 'number*number': 'number', 'number/number': 'number',
  'timestamp+duration': 'timestamp', 'duration+timestamp': 'timestamp', 'timestamp-duration': 'timestamp', 'timestamp-timestamp': 'duration',
  'duration+duration': 'duration', 'duration-duration': 'duration',
};

function checkArithmetic(syntax: Extract<SyntaxNode, { op: 'binary' }>, operator: '+' | '-' | '*' | '/', scope: CheckScope): Checked {
  const left = checkExpression(syntax.left, scope);
  const right = checkExpression(syntax.right, scope);
  const kind = results[`${left.type.kind}${operator}${right.type.kind}`];
  if (kind === undefined) throw new ExpressionError(`${operator} does not join a ${describeType(left.type)} and a ${describeType(right.type)}; it takes numbers, and + and - take timestamps with durations`, syntax, 'expression-type');
  const node: Expression = { op: 'arithmetic', operator, left: left.node, right: right.node, ...spanOf(syntax) };
  return { node, type: { kind } as ValueType, mayBeMissing: left.mayBeMissing || right.mayBeMissing || operator === '/' };
}

function withPresent(scope: CheckScope, paths: readonly string[]): CheckScope {
  return paths.length === 0 ? scope : { ...scope, present: new Set([...scope.present, ...paths]) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
