import { checkExpression } from './check-expression.js';
import { type Findings, isPath } from './check-scope.js';
import { type ExpressionScope } from './compile-expression.js';
import { ExpressionError } from './expression-error.js';
import { type ParameterNode, type PathNode } from './expression.js';
import { parseExpression } from './parse-expression.js';
import { type ValueType } from './value-type.js';

export interface CompiledPath {
  readonly node: PathNode | ParameterNode;
  readonly type: ValueType;
  readonly mayBeMissing: boolean;
}

/**
 * Checks a path such as `flow.transferBasis.mechanism` or `params.maxDays`.
 * @throws ExpressionError where it is no path or the schema does not have it
 */
export function compilePath(source: string, scope: ExpressionScope): CompiledPath {
  const findings: Findings = { params: new Set(), cost: 0, usesNow: false };
  const checked = checkExpression(parseExpression(source), { ...scope, present: new Set(scope.present), quantifiers: 0, multiplier: 1, findings });
  const { node } = checked;
  if (!isPath(node) && node.op !== 'parameter') throw new ExpressionError('this is no path; write field names joined by dots', { start: 0, end: source.length }, 'expression-type');
  return { node, type: checked.type, mayBeMissing: checked.mayBeMissing };
}
