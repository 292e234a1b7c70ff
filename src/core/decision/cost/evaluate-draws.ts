import { addScaled } from './add-scaled.js';
import { type Drawn } from './drawn.js';
import { type Expression } from './expression.js';
import { wholeAbove } from './whole-above.js';

type Operation = Exclude<Expression['op'], 'input' | 'constant' | 'ceiling'>;

/** Whatever the operation, the numbers of one draw meet in the order of the formula, so that every way of evaluating it gives the same bits. */
const ofNumbers: Readonly<Record<Operation, (left: number, right: number) => number>> = {
  sum: (left, right) => left + right,
  product: (left, right) => left * right,
  greatest: (left, right) => (right > left ? right : left),
  difference: (left, right) => left - right,
  quotient: (left, right) => left / right,
};

/** The loop of each operation over columns, on its own, so that each is compiled for what it does. The left side is overwritten. */
const ofColumns: Readonly<Record<Operation, (into: Float64Array, right: Float64Array) => void>> = {
  sum: (into, right) => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) + (right[draw] ?? 0);
  },
  product: (into, right) => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) * (right[draw] ?? 0);
  },
  greatest: (into, right) => {
    for (let draw = 0; draw < into.length; draw += 1) if ((right[draw] ?? 0) > (into[draw] ?? 0)) into[draw] = right[draw] ?? 0;
  },
  difference: (into, right) => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) - (right[draw] ?? 0);
  },
  quotient: (into, right) => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) / (right[draw] ?? 0);
  },
};

function withNumber(operation: Operation, into: Float64Array, right: number): void {
  const of = ofNumbers[operation];
  for (let draw = 0; draw < into.length; draw += 1) into[draw] = of(into[draw] ?? 0, right);
}

const neutral = { sum: 0, product: 1, greatest: -Infinity } as const;

/** Evaluates one formula over draws, its operands by `of`. */
export function evaluateDraws(expression: Expression, of: (operand: Expression) => Drawn, input: (path: string) => Drawn, draws: number): Drawn {
  const columnOf = (drawn: Drawn): Float64Array => (typeof drawn === 'number' ? new Float64Array(draws).fill(drawn) : drawn.slice());
  const combined = (operation: Operation, left: Drawn, right: Drawn, ownsLeft: boolean): Drawn => {
    if (typeof left === 'number' && typeof right === 'number') return ofNumbers[operation](left, right);
    const into = typeof left === 'number' || !ownsLeft ? columnOf(left) : left;
    if (typeof right === 'number') withNumber(operation, into, right);
    else ofColumns[operation](into, right);
    return into;
  };
  switch (expression.op) {
    case 'input':
      return input(expression.path);
    case 'constant':
      return Number(expression.value);
    case 'ceiling': {
      const whole = of(expression.of);
      return typeof whole === 'number' ? wholeAbove(whole) : whole.map(wholeAbove);
    }
    case 'difference':
    case 'quotient':
      return combined(expression.op, of(expression.left), of(expression.right), false);
    case 'sum':
    case 'product':
    case 'greatest': {
      let result: Drawn = neutral[expression.op];
      for (const term of expression.terms) {
        const scaled = expression.op === 'sum' ? scaledColumn(term, of) : null;
        if (scaled === null) result = combined(expression.op, result, of(term), true);
        else addScaled((result = typeof result === 'number' ? columnOf(result) : result), scaled.factor, scaled.column);
      }
      return result;
    }
  }
}

/** A product of numbers and, last, a column, taken apart, so that a sum of such products needs no column for each. */
function scaledColumn(term: Expression, of: (operand: Expression) => Drawn): { readonly factor: number; readonly column: Float64Array } | null {
  if (term.op !== 'product') return null;
  let factor: number = neutral.product;
  for (const [index, part] of term.terms.entries()) {
    const drawn = of(part);
    if (typeof drawn !== 'number') return index === term.terms.length - 1 ? { factor, column: drawn } : null;
    factor *= drawn;
  }
  return null;
}
