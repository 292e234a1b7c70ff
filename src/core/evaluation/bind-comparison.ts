import { type ComparisonNode, type ComparisonOperator, type Constant, type Expression } from '../policy/expression.js';
import { type Binder, type Condition, type Reader } from './binder.js';
import { type Frame, type Place, valuePlace } from './frame-layout.js';

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };
const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '==': '==', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

export function bindComparison(node: ComparisonNode, negated: boolean, binder: Binder): Condition {
  const operator = negated ? opposite[node.operator] : node.operator;
  const left = constantOf(node.left, binder);
  const right = constantOf(node.right, binder);
  if (right !== undefined) return againstConstant(node.left, operator, right, binder);
  if (left !== undefined) return againstConstant(node.right, mirrored[operator], left, binder);
  return between(binder.value(node.left, binder), operator, binder.value(node.right, binder));
}

function constantOf(node: Expression, binder: Binder): Constant | undefined {
  if (node.op === 'constant') return node.value;
  const value = node.op === 'parameter' ? binder.params[node.name] : undefined;
  return typeof value === 'object' ? undefined : value;
}

function againstConstant(node: Expression, operator: ComparisonOperator, constant: Constant, binder: Binder): Condition {
  const path = node.op === 'field' || node.op === 'variable';
  if (path && (operator === '==' || operator === '!=')) return equalAt(valuePlace(node, binder.bindings), constant, operator === '==');
  return ordered(binder.value(node, binder), operator, constant);
}

function equalAt({ row, slot }: Place, constant: Constant, equal: boolean): Condition {
  if (row < 0) {
    return equal
      ? (frame) => {
          const value = frame[slot];
          return value === undefined ? undefined : value === constant;
        }
      : (frame) => {
          const value = frame[slot];
          return value === undefined ? undefined : value !== constant;
        };
  }
  return equal
    ? (frame) => {
        const value = (frame[row] as Frame)[slot];
        return value === undefined ? undefined : value === constant;
      }
    : (frame) => {
        const value = (frame[row] as Frame)[slot];
        return value === undefined ? undefined : value !== constant;
      };
}

function ordered(read: Reader, operator: ComparisonOperator, constant: Constant): Condition {
  const compared = (compare: (value: Constant) => boolean): Condition => (frame) => {
    const value = read(frame) as Constant | undefined;
    return value === undefined ? undefined : compare(value);
  };
  switch (operator) {
    case '==':
      return compared((value) => value === constant);
    case '!=':
      return compared((value) => value !== constant);
    case '<':
      return compared((value) => value < constant);
    case '<=':
      return compared((value) => value <= constant);
    case '>':
      return compared((value) => value > constant);
    case '>=':
      return compared((value) => value >= constant);
  }
}

function between(left: Reader, operator: ComparisonOperator, right: Reader): Condition {
  const compared = (compare: (a: Constant, b: Constant) => boolean): Condition => (frame) => {
    const a = left(frame) as Constant | undefined;
    const b = right(frame) as Constant | undefined;
    return a === undefined || b === undefined ? undefined : compare(a, b);
  };
  switch (operator) {
    case '==':
      return compared((a, b) => a === b);
    case '!=':
      return compared((a, b) => a !== b);
    case '<':
      return compared((a, b) => a < b);
    case '<=':
      return compared((a, b) => a <= b);
    case '>':
      return compared((a, b) => a > b);
    case '>=':
      return compared((a, b) => a >= b);
  }
}
