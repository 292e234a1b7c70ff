import { Exact } from './exact.js';
import { type Expression } from './expression.js';

/** What an input is worth; `null` where no source was found. */
export type ExactInputs = (path: string) => Exact | null;
export type ExactEvaluator = (expression: Expression) => Exact | null;

function all(terms: readonly Expression[], of: ExactEvaluator): readonly Exact[] | null {
  const worth: Exact[] = [];
  for (const term of terms) {
    const value = of(term);
    if (value === null) return null;
    worth.push(value);
  }
  return worth;
}

/** The value of one formula in decimal arithmetic, its operands by `of`; `null` as soon as one input is missing. */
export function evaluateExactly(expression: Expression, of: ExactEvaluator, inputs: ExactInputs): Exact | null {
  switch (expression.op) {
    case 'input':
      return inputs(expression.path);
    case 'constant':
      return new Exact(expression.value);
    case 'sum':
      return all(expression.terms, of)?.reduce((sum, term) => sum.plus(term), new Exact(0)) ?? null;
    case 'product':
      return all(expression.terms, of)?.reduce((product, term) => product.times(term), new Exact(1)) ?? null;
    case 'greatest':
      return all(expression.terms, of)?.reduce((most, term) => Exact.max(most, term)) ?? null;
    case 'ceiling':
      return of(expression.of)?.ceil() ?? null;
    case 'difference':
    case 'quotient': {
      const left = of(expression.left);
      const right = of(expression.right);
      if (left === null || right === null) return null;
      if (expression.op === 'difference') return left.minus(right);
      return right.isZero() ? null : left.div(right);
    }
  }
}
