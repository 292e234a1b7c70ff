import { type Expression } from './expression.js';

const grouped = (expression: Expression): string => (['sum', 'difference', 'quotient'].includes(expression.op) ? `(${formulaOf(expression)})` : formulaOf(expression));

/** The formula as a reader writes it, with the paths of its inputs. */
export function formulaOf(expression: Expression): string {
  switch (expression.op) {
    case 'input':
      return expression.path;
    case 'constant':
      return expression.value;
    case 'sum':
      return expression.terms.map(formulaOf).join(' + ');
    case 'product':
      return expression.terms.map(grouped).join(' * ');
    case 'greatest':
      return `greatest(${expression.terms.map(formulaOf).join(', ')})`;
    case 'difference':
      return `${formulaOf(expression.left)} - ${grouped(expression.right)}`;
    case 'quotient':
      return `${grouped(expression.left)} / ${grouped(expression.right)}`;
    case 'ceiling':
      return `ceiling(${formulaOf(expression.of)})`;
  }
}
