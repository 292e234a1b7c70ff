import { MalformedFile } from '../malformed-file.js';

/** What the scan knows of a value: its text, or nothing. */
export type PickleValue = string | undefined;

/** The stack and memo of a pickle, followed without making any object. Beyond a cap the memo forgets: an import by a forgotten name counts as computed. */
export interface PickleStack {
  push(value: PickleValue): void;
  pop(): PickleValue;
  peek(): PickleValue;
  mark(): void;
  /** Drops everything down to the last mark and returns the lowest of it. */
  popToMark(): PickleValue;
  remember(slot: number): void;
  memoize(): void;
  recall(slot: number): PickleValue;
}

const limits = { depth: 500_000, memo: 200_000 };

export function pickleStack(): PickleStack {
  const stack: PickleValue[] = [];
  const marks: number[] = [];
  const memo = new Map<number, PickleValue>();
  let remembered = 0;

  function pop(): PickleValue {
    if (stack.length <= (marks.at(-1) ?? 0)) throw new MalformedFile('bad-pickle', 'the pickle takes from an empty stack; it is damaged or made to mislead a reader');
    return stack.pop();
  }

  function remember(slot: number): void {
    const value = stack.at(-1);
    remembered += 1;
    if (value === undefined) memo.delete(slot);
    else if (memo.size < limits.memo || memo.has(slot)) memo.set(slot, value);
  }

  return {
    push: (value) => {
      if (stack.push(value) > limits.depth) throw new MalformedFile('pickle-too-large', `the pickle stacks more than ${limits.depth} values; what it imports cannot be told`, 'unknown');
    },
    pop,
    peek: () => stack.at(-1),
    mark: () => {
      if (marks.push(stack.length) > limits.depth) throw new MalformedFile('pickle-too-large', `the pickle sets more than ${limits.depth} marks; what it imports cannot be told`, 'unknown');
    },
    popToMark: () => {
      const at = marks.pop();
      if (at === undefined) throw new MalformedFile('bad-pickle', 'the pickle closes a group that it never opened; it is damaged or made to mislead a reader');
      const lowest = stack[at];
      stack.length = at;
      return lowest;
    },
    remember,
    memoize: () => remember(remembered),
    recall: (slot) => memo.get(slot),
  };
}
