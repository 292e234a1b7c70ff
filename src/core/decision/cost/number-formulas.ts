import { type Expression } from './expression.js';

/** Numbers formulas: two that are written alike over inputs named alike have the same number. `named` tells apart what inputs of one path are worth. */
export function numberFormulas(numbers: Map<string, number>, named: (path: string) => string): (expression: Expression) => number {
  const known = new Map<Expression, number>();
  const written = (expression: Expression): string => {
    switch (expression.op) {
      case 'input':
        return `input ${named(expression.path)}`;
      case 'constant':
        return `constant ${expression.value}`;
      case 'ceiling':
        return `ceiling ${numberOf(expression.of)}`;
      case 'difference':
      case 'quotient':
        return `${expression.op} ${numberOf(expression.left)} ${numberOf(expression.right)}`;
      case 'sum':
      case 'product':
      case 'greatest':
        return `${expression.op} ${expression.terms.map(numberOf).join(' ')}`;
    }
  };
  const numberOf = (expression: Expression): number => {
    const found = known.get(expression);
    if (found !== undefined) return found;
    const text = written(expression);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(expression, number);
    return number;
  };
  return numberOf;
}
