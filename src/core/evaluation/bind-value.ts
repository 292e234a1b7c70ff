import { type Expression } from '../policy/expression.js';
import { parseInstant } from '../policy/parse-instant.js';
import { bindPath } from './bind-path.js';
import { type Binder, type Reader } from './binder.js';
import { nowSlot } from './frame-layout.js';
import { calculate, sizeOf } from './operations.js';

/** Turns an expression of any type into a closure. */
export function bindValue(node: Expression, binder: Binder): Reader {
  switch (node.op) {
    case 'variable':
    case 'field':
      return bindPath(node, binder);
    case 'constant': {
      const { value } = node;
      return () => value;
    }
    case 'list': {
      const { values } = node;
      return () => values;
    }
    case 'parameter': {
      const value = binder.params[node.name];
      return () => value;
    }
    case 'now':
      return (frame) => frame[nowSlot];
    case 'arithmetic':
      return bindArithmetic(node, binder);
    case 'size': {
      const of = binder.value(node.of, binder);
      return (frame) => {
        const value = of(frame);
        return value === undefined ? undefined : sizeOf(value as string | readonly unknown[]);
      };
    }
    case 'timestamp': {
      const of = binder.value(node.of, binder);
      return (frame) => {
        const value = of(frame);
        return value === undefined ? undefined : parseInstant(value as string);
      };
    }
    case 'if':
      return bindChoice(node, binder);
    default:
      return binder.condition(node, false, binder);
  }
}

function bindArithmetic(node: Extract<Expression, { op: 'arithmetic' }>, binder: Binder): Reader {
  const { operator } = node;
  const left = binder.value(node.left, binder);
  const right = binder.value(node.right, binder);
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return a === undefined || b === undefined ? undefined : calculate(operator, a as number, b as number);
  };
}

function bindChoice(node: Extract<Expression, { op: 'if' }>, binder: Binder): Reader {
  const condition = binder.condition(node.condition, false, binder);
  const then = binder.value(node.then, binder);
  const otherwise = binder.value(node.otherwise, binder);
  return (frame) => {
    const decided = condition(frame);
    return decided === undefined ? undefined : decided ? then(frame) : otherwise(frame);
  };
}
