import { type Check, type Checked, type CheckScope, describeType, expectKind, isPath } from './check-scope.js';
import { compilePattern } from './compile-pattern.js';
import { didYouMean } from './did-you-mean.js';
import { ExpressionError } from './expression-error.js';
import { type QuantifierMethod, type Span, type TextMethod } from './expression.js';
import { parseDuration } from './parse-duration.js';
import { parseInstant } from './parse-instant.js';
import { type SyntaxNode } from './parse-expression.js';

type Call = Extract<SyntaxNode, { op: 'call' }>;

const dayMilliseconds = 86_400_000;
const deepestQuantifier = 3;
const functions = ['has', 'size', 'timestamp', 'duration', 'days'];
const methods = ['all', 'exists', 'exists_one', 'startsWith', 'endsWith', 'contains', 'matches', 'size'];

export function checkCall(syntax: Call, scope: CheckScope, check: Check): Checked {
  if (syntax.receiver !== undefined) return checkMethod(syntax, syntax.receiver, scope, check);
  switch (syntax.name) {
    case 'has':
      return checkHas(syntax, scope, check);
    case 'size':
      return checkSize(argumentOf(syntax), syntax, scope, check);
    case 'timestamp':
      return checkTimestamp(syntax, scope, check);
    case 'duration':
      return checkDuration(syntax);
    case 'days':
      return checkDays(syntax, scope, check);
    default:
      throw new ExpressionError(`unknown function '${syntax.name}'${didYouMean(syntax.name, functions) || `; the functions are ${functions.join(', ')}`}`, syntax, 'unknown-function');
  }
}

function argumentOf(syntax: Call): SyntaxNode {
  const [argument] = syntax.args;
  if (argument === undefined || syntax.args.length > 1) throw new ExpressionError(`${syntax.name}() takes one argument; give it exactly one`, syntax, 'expression-type');
  return argument;
}

function checkHas(syntax: Call, scope: CheckScope, check: Check): Checked {
  const argument = argumentOf(syntax);
  const field = check(argument, scope);
  if (argument.op !== 'select' || field.node.op !== 'field') throw new ExpressionError('has() takes a field such as flow.transferBasis; write one', syntax, 'expression-type');
  const parent = argument.of.op === 'select' ? check(argument.of, { ...scope, findings: { ...scope.findings } }) : undefined;
  return { node: { op: 'has', of: field.node, ...spanOf(syntax) }, type: { kind: 'boolean' }, mayBeMissing: parent?.mayBeMissing ?? false };
}

function checkSize(argument: SyntaxNode, syntax: Call, scope: CheckScope, check: Check): Checked {
  const of = check(argument, scope);
  if (of.type.kind !== 'string' && of.type.kind !== 'list') throw new ExpressionError(`size() of a ${describeType(of.type)}; give it a list or a string`, syntax, 'expression-type');
  return { node: { op: 'size', of: of.node, ...spanOf(syntax) }, type: { kind: 'number' }, mayBeMissing: of.mayBeMissing };
}

function checkTimestamp(syntax: Call, scope: CheckScope, check: Check): Checked {
  const of = check(argumentOf(syntax), scope);
  if (of.type.kind === 'timestamp') return of;
  expectKind(of, 'string', "write a day such as timestamp('2026-01-31')");
  if (of.node.op !== 'constant') return { node: { op: 'timestamp', of: of.node, ...spanOf(syntax) }, type: { kind: 'timestamp' }, mayBeMissing: true };
  const value = parseInstant(String(of.node.value));
  if (value === undefined) throw new ExpressionError(`'${of.node.value}' is no day or instant; write 2026-01-31 or 2026-01-31T00:00:00Z`, syntax, 'bad-timestamp');
  return { node: { op: 'constant', value, kind: 'timestamp', ...spanOf(syntax) }, type: { kind: 'timestamp' }, mayBeMissing: false };
}

function checkDuration(syntax: Call): Checked {
  const argument = argumentOf(syntax);
  const value = argument.op === 'literal' && typeof argument.value === 'string' ? parseDuration(argument.value) : undefined;
  if (value === undefined) throw new ExpressionError("duration() takes a literal such as '36h' or '1h30m'; for days write days(30)", syntax, 'bad-duration');
  return { node: { op: 'constant', value, kind: 'duration', ...spanOf(syntax) }, type: { kind: 'duration' }, mayBeMissing: false };
}

function checkDays(syntax: Call, scope: CheckScope, check: Check): Checked {
  const count = check(argumentOf(syntax), scope);
  expectKind(count, 'number', 'write a number of days');
  const type = { kind: 'duration' } as const;
  if (count.node.op === 'constant') return { node: { op: 'constant', value: Number(count.node.value) * dayMilliseconds, kind: 'duration', ...spanOf(syntax) }, type, mayBeMissing: false };
  const day = { op: 'constant', value: dayMilliseconds, kind: 'duration', ...spanOf(syntax) } as const;
  return { node: { op: 'arithmetic', operator: '*', left: count.node, right: day, ...spanOf(syntax) }, type, mayBeMissing: count.mayBeMissing };
}

function checkMethod(syntax: Call, receiver: SyntaxNode, scope: CheckScope, check: Check): Checked {
  switch (syntax.name) {
    case 'all':
    case 'exists':
    case 'exists_one':
      return checkQuantifier(syntax, syntax.name, receiver, scope, check);
    case 'startsWith':
    case 'endsWith':
    case 'contains':
      return checkText(syntax, syntax.name, receiver, scope, check);
    case 'matches':
      return checkMatches(syntax, receiver, scope, check);
    case 'size':
      if (syntax.args.length > 0) throw new ExpressionError('size() takes nothing in its brackets here; remove it', syntax, 'expression-type');
      return checkSize(receiver, syntax, scope, check);
    default:
      throw new ExpressionError(`unknown method '${syntax.name}'${didYouMean(syntax.name, methods) || `; the methods are ${methods.join(', ')}`}`, syntax, 'unknown-function');
  }
}

function checkQuantifier(syntax: Call, method: QuantifierMethod, receiver: SyntaxNode, scope: CheckScope, check: Check): Checked {
  const over = check(receiver, scope);
  const [name, predicate] = syntax.args;
  if (over.type.kind !== 'list' || (!isPath(over.node) && over.node.op !== 'parameter')) throw new ExpressionError(`${method}() walks a list field or parameter, this is a ${describeType(over.type)}; write one before the dot`, over.node, 'expression-type');
  if (name?.op !== 'identifier' || predicate === undefined || syntax.args.length !== 2) throw new ExpressionError(`${method}() takes a name and a condition, such as ${method}(x, x == 'DE'); write both`, syntax, 'expression-type');
  if (scope.variables.has(name.name) || name.name === 'params' || name.name === 'now') throw new ExpressionError(`'${name.name}' already means something here; choose another name`, name, 'expression-profile');
  if (scope.quantifiers === deepestQuantifier) throw new ExpressionError(`all() and exists() stand at most ${deepestQuantifier} inside one another; split the rule`, syntax, 'over-budget');
  const inner: CheckScope = {
    ...scope,
    variables: new Map([...scope.variables, [name.name, over.type.of]]),
    quantifiers: scope.quantifiers + 1,
    multiplier: scope.multiplier * over.type.maxItems,
  };
  const body = check(predicate, inner);
  expectKind(body, 'boolean', 'write a condition');
  const node = { op: 'quantifier', method, over: over.node, variable: name.name, body: body.node, ...spanOf(syntax) } as const;
  return { node, type: { kind: 'boolean' }, mayBeMissing: over.mayBeMissing || body.mayBeMissing };
}

function checkText(syntax: Call, method: TextMethod, receiver: SyntaxNode, scope: CheckScope, check: Check): Checked {
  const of = check(receiver, scope);
  const argument = check(argumentOf(syntax), scope);
  const remedy = of.type.kind === 'list' ? "write 'x' in the list, or exists()" : 'give it text';
  expectKind(of, 'string', remedy);
  expectKind(argument, 'string', 'give it text');
  return { node: { op: 'text', method, of: of.node, argument: argument.node, ...spanOf(syntax) }, type: { kind: 'boolean' }, mayBeMissing: of.mayBeMissing || argument.mayBeMissing };
}

function checkMatches(syntax: Call, receiver: SyntaxNode, scope: CheckScope, check: Check): Checked {
  const of = check(receiver, scope);
  expectKind(of, 'string', 'match a string');
  const argument = argumentOf(syntax);
  if (argument.op !== 'literal' || typeof argument.value !== 'string') throw new ExpressionError("matches() takes a literal pattern such as '^gpt-4'; write it in place", argument, 'bad-pattern');
  try {
    compilePattern(argument.value);
  } catch (error) {
    throw new ExpressionError(`not an RE2 pattern: ${error instanceof Error ? error.message : 'unreadable'}; look-around and back-references are not part of RE2`, argument, 'bad-pattern');
  }
  return { node: { op: 'matches', of: of.node, pattern: argument.value, ...spanOf(syntax) }, type: { kind: 'boolean' }, mayBeMissing: of.mayBeMissing };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
