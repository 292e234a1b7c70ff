import { type ArithmeticOperator, type ComparisonOperator, type Constant, type TextMethod } from '../policy/expression.js';

export function compareValues(operator: ComparisonOperator, left: Constant, right: Constant): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** Undefined where the result is no number, as after a division by zero. */
export function calculate(operator: ArithmeticOperator, left: number, right: number): number | undefined {
  const result = operator === '+' ? left + right : operator === '-' ? left - right : operator === '*' ? left * right : left / right;
  return Number.isFinite(result) ? result : undefined;
}

/** Items of a list, or Unicode code points of a text. */
export function sizeOf(value: string | readonly unknown[]): number {
  if (typeof value !== 'string') return value.length;
  let size = 0;
  for (const _ of value) size += 1;
  return size;
}

export function testText(method: TextMethod, text: string, argument: string): boolean {
  return method === 'startsWith' ? text.startsWith(argument) : method === 'endsWith' ? text.endsWith(argument) : text.includes(argument);
}
