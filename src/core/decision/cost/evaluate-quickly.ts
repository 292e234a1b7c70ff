import { type Expression } from './expression.js';
import { wholeAbove } from './whole-above.js';

/** A formula compiled for many points: it takes the inputs in the order of `paths`. Only + - * / and rounding up, so that every engine agrees. */
export type QuickFormula = (inputs: Float64Array) => number;

const combine = (terms: readonly QuickFormula[], start: number, step: (left: number, right: number) => number): QuickFormula => (inputs) => {
  let result = start;
  for (const term of terms) result = step(result, term(inputs));
  return result;
};

/** Compiles a formula over doubles; a missing input gives NaN. */
export function evaluateQuickly(expression: Expression, paths: ReadonlyMap<string, number>): QuickFormula {
  const quick = (part: Expression): QuickFormula => evaluateQuickly(part, paths);
  switch (expression.op) {
    case 'input': {
      const index = paths.get(expression.path);
      return index === undefined ? () => NaN : (inputs) => inputs[index] ?? NaN;
    }
    case 'constant': {
      const value = Number(expression.value);
      return () => value;
    }
    case 'sum':
      return combine(expression.terms.map(quick), 0, (left, right) => left + right);
    case 'product':
      return combine(expression.terms.map(quick), 1, (left, right) => left * right);
    case 'greatest':
      return combine(expression.terms.map(quick), -Infinity, (left, right) => (right > left ? right : left));
    case 'ceiling': {
      const of = quick(expression.of);
      return (inputs) => wholeAbove(of(inputs));
    }
    case 'difference': {
      const [left, right] = [quick(expression.left), quick(expression.right)];
      return (inputs) => left(inputs) - right(inputs);
    }
    case 'quotient': {
      const [left, right] = [quick(expression.left), quick(expression.right)];
      return (inputs) => left(inputs) / right(inputs);
    }
  }
}
