import { type Constant, type Expression } from '../policy/expression.js';
import { type Binder, type Condition, type Reader } from './binder.js';
import { type Frame, valuePlace } from './frame-layout.js';

const fewConstants = 4;

export function bindMembership(node: Extract<Expression, { op: 'in' }>, negated: boolean, binder: Binder): Condition {
  const { haystack } = node;
  const found = !negated;
  if (haystack.op === 'list') return inConstants(node.needle, haystack.values, found, binder);
  if (haystack.op === 'parameter') return inConstants(node.needle, binder.params[haystack.name] as readonly Constant[], found, binder);
  return inList(binder.value(node.needle, binder), binder.value(haystack, binder), found);
}

function inConstants(needle: Expression, constants: readonly Constant[], found: boolean, binder: Binder): Condition {
  const contains = membership(constants);
  if (needle.op !== 'field' && needle.op !== 'variable') {
    const read = binder.value(needle, binder);
    return (frame) => {
      const value = read(frame) as Constant | undefined;
      return value === undefined ? undefined : contains(value) === found;
    };
  }
  const { row, slot } = valuePlace(needle, binder.bindings);
  if (row < 0) {
    return (frame) => {
      const value = frame[slot] as Constant | undefined;
      return value === undefined ? undefined : contains(value) === found;
    };
  }
  return (frame) => {
    const value = (frame[row] as Frame)[slot] as Constant | undefined;
    return value === undefined ? undefined : contains(value) === found;
  };
}

function membership(constants: readonly Constant[]): (value: Constant) => boolean {
  const [a, b, c, d] = constants;
  if (constants.length === 0) return () => false;
  if (constants.length <= 2) return (value) => value === a || value === b;
  if (constants.length <= fewConstants) return (value) => value === a || value === b || value === c || value === d;
  const set = new Set(constants);
  return (value) => set.has(value);
}

/** An item that is missing might be the one looked for: then the answer is undecided unless it is found elsewhere. */
function inList(needle: Reader, haystack: Reader, found: boolean): Condition {
  return (frame) => {
    const value = needle(frame);
    const list = haystack(frame) as readonly unknown[] | undefined;
    if (value === undefined || list === undefined) return undefined;
    let missing = false;
    for (let index = 0; index < list.length; index++) {
      const item = list[index];
      if (item === value) return found;
      if (item === undefined) missing = true;
    }
    return missing ? undefined : !found;
  };
}
