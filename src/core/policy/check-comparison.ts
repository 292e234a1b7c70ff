import { type Check, type Checked, type CheckScope, describeType, isPath } from './check-scope.js';
import { didYouMean } from './did-you-mean.js';
import { ExpressionError } from './expression-error.js';
import { type ComparisonOperator, type Constant, type Expression } from './expression.js';
import { type SyntaxNode } from './parse-expression.js';
import { type StringType, type ValueType } from './value-type.js';

type Binary = Extract<SyntaxNode, { op: 'binary' }>;

const comparable: ReadonlySet<ValueType['kind']> = new Set(['string', 'number', 'boolean', 'timestamp', 'duration']);
const ordered: ReadonlySet<ValueType['kind']> = new Set(['number', 'timestamp', 'duration']);

export function checkComparison(syntax: Binary, operator: ComparisonOperator, scope: CheckScope, check: Check): Checked {
  const left = check(syntax.left, scope);
  const right = check(syntax.right, scope);
  if (left.type.kind !== right.type.kind || !comparable.has(left.type.kind)) {
    throw new ExpressionError(`a ${describeType(left.type)} cannot be compared with a ${describeType(right.type)}${comparisonRemedy(left.type, right.type)}`, syntax, 'expression-type');
  }
  const equality = operator === '==' || operator === '!=';
  if (!equality && !ordered.has(left.type.kind)) throw new ExpressionError(`a ${left.type.kind} has no order; compare it with == or !=`, syntax, 'expression-type');
  expectKnownWords(left, right);
  const node: Expression = { op: 'compare', operator, left: left.node, right: right.node, start: syntax.start, end: syntax.end };
  return { node, type: { kind: 'boolean' }, mayBeMissing: left.mayBeMissing || right.mayBeMissing };
}

function comparisonRemedy(left: ValueType, right: ValueType): string {
  const kinds = [left.kind, right.kind];
  if (kinds.includes('timestamp') && kinds.includes('string')) return "; write timestamp('2026-01-31')";
  if (kinds.includes('duration') && kinds.includes('number')) return '; write days(30)';
  if (kinds.includes('list')) return '; use in, exists() or all()';
  return '; compare values of one type';
}

export function checkMembership(syntax: Binary, scope: CheckScope, check: Check): Checked {
  const needle = check(syntax.left, scope);
  const haystack = check(syntax.right, scope);
  if (haystack.type.kind !== 'list') throw new ExpressionError(`in needs a list on its right, this is a ${describeType(haystack.type)}; write == or a list such as ['a', 'b']`, haystack.node, 'expression-type');
  const element = haystack.type.of;
  if (element.kind !== needle.type.kind || !comparable.has(element.kind)) {
    throw new ExpressionError(`a ${describeType(needle.type)} cannot be in a ${describeType(haystack.type)}; look for a ${describeType(element)}`, syntax, 'expression-type');
  }
  const { node } = haystack;
  if (!isPath(node) && node.op !== 'parameter' && node.op !== 'list') throw new ExpressionError('in needs a field, a parameter or a list of constants on its right; write one', node, 'expression-profile');
  expectKnownWords(needle, { ...haystack, type: element });
  if (isPath(node)) scope.findings.cost += scope.multiplier * haystack.type.maxItems;
  return {
    node: { op: 'in', needle: needle.node, haystack: node, start: syntax.start, end: syntax.end },
    type: { kind: 'boolean' },
    mayBeMissing: needle.mayBeMissing || haystack.mayBeMissing,
  };
}

/** Where one side knows all its words, the other may not bring words of its own. */
function expectKnownWords(left: Checked, right: Checked): void {
  if (left.type.kind !== 'string' || right.type.kind !== 'string') return;
  expectWordsOf(left.type, right);
  expectWordsOf(right.type, left);
}

function expectWordsOf(known: StringType, other: Checked): void {
  if (known.values === undefined || known === other.type) return;
  for (const word of constantsOf(other)) {
    if (typeof word !== 'string' || known.values.includes(word)) continue;
    const hint = didYouMean(word, known.values) || `; it is one of ${known.values.join(', ')}`;
    throw new ExpressionError(`'${word}' is not a value of this field${hint}`, other.node, 'unknown-value');
  }
}

/** Words that are certain to be meant: literals, and the values of a parameter. */
function constantsOf(checked: Checked): readonly Constant[] {
  if (checked.node.op === 'constant') return [checked.node.value];
  if (checked.node.op === 'list') return checked.node.values;
  return checked.node.op === 'parameter' && checked.type.kind === 'string' ? (checked.type.values ?? []) : [];
}
