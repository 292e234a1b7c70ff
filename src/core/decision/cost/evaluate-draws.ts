import { type Expression } from './expression.js';
import { wholeAbove } from './whole-above.js';

/** Evaluates formulas over columns of draws, each node once. A column must not be changed by whoever receives it. */
export type DrawEvaluator = (expression: Expression) => Float64Array;

const folds = {
  sum: (into: Float64Array, term: Float64Array): void => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) + (term[draw] ?? 0);
  },
  product: (into: Float64Array, term: Float64Array): void => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) * (term[draw] ?? 0);
  },
  greatest: (into: Float64Array, term: Float64Array): void => {
    for (let draw = 0; draw < into.length; draw += 1) if ((term[draw] ?? 0) > (into[draw] ?? 0)) into[draw] = term[draw] ?? 0;
  },
  difference: (into: Float64Array, term: Float64Array): void => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) - (term[draw] ?? 0);
  },
  quotient: (into: Float64Array, term: Float64Array): void => {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) / (term[draw] ?? 0);
  },
} as const;

const neutral = { sum: 0, product: 1, greatest: -Infinity } as const;

/** An evaluator over the inputs' draws; a missing input gives NaN. */
export function evaluateDraws(inputs: (path: string) => Float64Array | undefined, draws: number): DrawEvaluator {
  const known = new Map<Expression, Float64Array>();
  const computed = (expression: Expression): Float64Array => {
    switch (expression.op) {
      case 'input':
        return inputs(expression.path) ?? new Float64Array(draws).fill(NaN);
      case 'constant':
        return new Float64Array(draws).fill(Number(expression.value));
      case 'ceiling':
        return evaluate(expression.of).map(wholeAbove);
      case 'difference':
      case 'quotient': {
        const column = evaluate(expression.left).slice();
        folds[expression.op](column, evaluate(expression.right));
        return column;
      }
      case 'sum':
      case 'product':
      case 'greatest': {
        const column = new Float64Array(draws).fill(neutral[expression.op]);
        for (const term of expression.terms) folds[expression.op](column, evaluate(term));
        return column;
      }
    }
  };
  const evaluate: DrawEvaluator = (expression) => {
    const found = known.get(expression);
    if (found !== undefined) return found;
    const column = computed(expression);
    known.set(expression, column);
    return column;
  };
  return evaluate;
}
