import { type Expression } from './expression.js';

/** The paths of the inputs a formula rests on, in order of first use. */
export function inputsOf(...expressions: readonly Expression[]): readonly string[] {
  const paths = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.op === 'input') paths.add(expression.path);
    if ('terms' in expression) expression.terms.forEach(visit);
    if ('left' in expression) [expression.left, expression.right].forEach(visit);
    if ('of' in expression) visit(expression.of);
  };
  expressions.forEach(visit);
  return [...paths];
}
