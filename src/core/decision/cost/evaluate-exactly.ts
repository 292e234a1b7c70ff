import { Exact } from './exact.js';
import { type Expression } from './expression.js';

/** What an input is worth; `null` where no source was found. */
export type ExactInputs = (path: string) => Exact | null;

function all(terms: readonly Expression[], inputs: ExactInputs): readonly Exact[] | null {
  const worth: Exact[] = [];
  for (const term of terms) {
    const value = evaluateExactly(term, inputs);
    if (value === null) return null;
    worth.push(value);
  }
  return worth;
}

/** The value in decimal arithmetic; `null` as soon as one input is missing. */
export function evaluateExactly(expression: Expression, inputs: ExactInputs): Exact | null {
  switch (expression.op) {
    case 'input':
      return inputs(expression.path);
    case 'constant':
      return new Exact(expression.value);
    case 'sum':
      return all(expression.terms, inputs)?.reduce((sum, term) => sum.plus(term), new Exact(0)) ?? null;
    case 'product':
      return all(expression.terms, inputs)?.reduce((product, term) => product.times(term), new Exact(1)) ?? null;
    case 'greatest':
      return all(expression.terms, inputs)?.reduce((most, term) => Exact.max(most, term)) ?? null;
    case 'ceiling':
      return evaluateExactly(expression.of, inputs)?.ceil() ?? null;
    case 'difference':
    case 'quotient': {
      const left = evaluateExactly(expression.left, inputs);
      const right = evaluateExactly(expression.right, inputs);
      if (left === null || right === null) return null;
      if (expression.op === 'difference') return left.minus(right);
      return right.isZero() ? null : left.div(right);
    }
  }
}
