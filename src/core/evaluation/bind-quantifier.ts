import { type QuantifierNode } from '../policy/expression.js';
import { type Binder, type Condition, type Reader } from './binder.js';
import { type Binding, memberAt, newSlot } from './frame-layout.js';

export function bindQuantifier(node: QuantifierNode, negated: boolean, binder: Binder): Condition {
  const slot = newSlot(binder.layout.frame);
  const inner: Binder = { ...binder, bindings: new Map([...binder.bindings, [node.variable, elementBinding(node, slot, binder)]]) };
  const list = binder.value(node.over, binder);
  if (node.method === 'exists_one') return one(list, slot, binder.condition(node.body, false, inner), !negated);
  const body = binder.condition(node.body, negated, inner);
  return (node.method === 'all') !== negated ? everyElement(list, slot, body) : someElement(list, slot, body);
}

function elementBinding({ over }: QuantifierNode, slot: number, { bindings }: Binder): Binding {
  const member = over.op === 'parameter' ? undefined : memberAt(over, bindings)?.member;
  if (member === undefined) return { slot, shape: { members: new Map(), region: { size: 0 } }, path: over.op === 'parameter' ? `params.${over.name}[]` : '[]' };
  return { slot, shape: member.shape, path: `${member.path}[]` };
}

function everyElement(list: Reader, slot: number, body: Condition): Condition {
  return (frame) => {
    const items = list(frame) as readonly unknown[] | undefined;
    if (items === undefined) return undefined;
    let result: boolean | undefined = true;
    for (let index = 0; index < items.length; index++) {
      frame[slot] = items[index];
      const value = body(frame);
      if (value === false) return false;
      if (value === undefined) result = undefined;
    }
    return result;
  };
}

function someElement(list: Reader, slot: number, body: Condition): Condition {
  return (frame) => {
    const items = list(frame) as readonly unknown[] | undefined;
    if (items === undefined) return undefined;
    let result: boolean | undefined = false;
    for (let index = 0; index < items.length; index++) {
      frame[slot] = items[index];
      const value = body(frame);
      if (value === true) return true;
      if (value === undefined) result = undefined;
    }
    return result;
  };
}

/** As in CEL, one undecided element leaves the whole undecided. */
function one(list: Reader, slot: number, body: Condition, wanted: boolean): Condition {
  return (frame) => {
    const items = list(frame) as readonly unknown[] | undefined;
    if (items === undefined) return undefined;
    let count = 0;
    for (let index = 0; index < items.length; index++) {
      frame[slot] = items[index];
      const value = body(frame);
      if (value === undefined) return undefined;
      if (value) count += 1;
    }
    return (count === 1) === wanted;
  };
}
