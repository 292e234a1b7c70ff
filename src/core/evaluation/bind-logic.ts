import { type Expression } from '../policy/expression.js';
import { type Binder, type Condition } from './binder.js';

/** `and` of all operands, or `or`; a chain of one operator becomes one closure. */
export function bindLogic(node: Extract<Expression, { op: 'and' | 'or' }>, negated: boolean, binder: Binder): Condition {
  const operands = chain(node, node.op).map((operand) => binder.condition(operand, negated, binder));
  return (node.op === 'and') !== negated ? every(operands) : some(operands);
}

function chain(node: Expression, op: 'and' | 'or'): Expression[] {
  return node.op === op ? [...chain(node.left, op), ...chain(node.right, op)] : [node];
}

/** False as soon as one operand is false, true where all are true, else undecided. */
export function every(operands: readonly Condition[]): Condition {
  const [first, second, third] = operands;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (operands.length === 2) {
    return (frame) => {
      const a = first(frame);
      if (a === false) return false;
      const b = second(frame);
      return b === false || a === true ? b : undefined;
    };
  }
  if (operands.length === 3 && third !== undefined) {
    return (frame) => {
      const a = first(frame);
      if (a === false) return false;
      const b = second(frame);
      if (b === false) return false;
      const c = third(frame);
      return c === false || (a === true && b === true) ? c : undefined;
    };
  }
  return (frame) => {
    let result: boolean | undefined = true;
    for (let index = 0; index < operands.length; index++) {
      const value = operands[index]!(frame);
      if (value === false) return false;
      if (value === undefined) result = undefined;
    }
    return result;
  };
}

/** True as soon as one operand is true, false where all are false, else undecided. */
export function some(operands: readonly Condition[]): Condition {
  const [first, second, third] = operands;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  if (operands.length === 2) {
    return (frame) => {
      const a = first(frame);
      if (a === true) return true;
      const b = second(frame);
      return b === true || a === false ? b : undefined;
    };
  }
  if (operands.length === 3 && third !== undefined) {
    return (frame) => {
      const a = first(frame);
      if (a === true) return true;
      const b = second(frame);
      if (b === true) return true;
      const c = third(frame);
      return c === true || (a === false && b === false) ? c : undefined;
    };
  }
  return (frame) => {
    let result: boolean | undefined = false;
    for (let index = 0; index < operands.length; index++) {
      const value = operands[index]!(frame);
      if (value === true) return true;
      if (value === undefined) result = undefined;
    }
    return result;
  };
}
