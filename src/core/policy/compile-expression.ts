import { checkExpression } from './check-expression.js';
import { type Checked, type Findings } from './check-scope.js';
import { type CompiledExpression } from './compiled-pack.js';
import { ExpressionError } from './expression-error.js';
import { type PathOrigins } from './origin-path.js';
import { parseExpression } from './parse-expression.js';
import { referencedPaths } from './referenced-paths.js';
import { type ValueType } from './value-type.js';

const highestCost = 100_000;

export interface ExpressionScope {
  readonly variables: ReadonlyMap<string, ValueType>;
  /** Where the variable of a forEach gets its value. */
  readonly origins?: PathOrigins;
  readonly params: ReadonlyMap<string, ValueType>;
  readonly speaker: string;
  /** Paths known to be there before the expression starts. */
  readonly present?: readonly string[];
  /** How often the expression may run for one subject, such as the longest list of a forEach. */
  readonly repeats?: number;
}

/**
 * Parses and checks a condition of the policy language.
 * @throws ExpressionError where it is no CEL, names what the schema does not have, is no condition, or may cost too much
 */
export function compileExpression(source: string, scope: ExpressionScope): CompiledExpression {
  const findings: Findings = { params: new Set(), cost: 0, usesNow: false };
  const checked = checkExpression(parseExpression(source), {
    variables: scope.variables,
    params: scope.params,
    speaker: scope.speaker,
    present: new Set(scope.present),
    quantifiers: 0,
    multiplier: scope.repeats ?? 1,
    findings,
  });
  expectCondition(checked, source);
  if (findings.cost > highestCost) throw new ExpressionError(`the expression may take ${findings.cost} steps and ${highestCost} are allowed; walk fewer lists inside one another`, { start: 0, end: source.length }, 'over-budget');
  return {
    source,
    root: checked.node,
    paths: referencedPaths(checked.node, scope.origins),
    params: [...findings.params].sort(),
    cost: findings.cost,
    mayBeMissing: checked.mayBeMissing,
    usesNow: findings.usesNow,
  };
}

function expectCondition(checked: Checked, source: string): void {
  if (checked.type.kind !== 'boolean') throw new ExpressionError(`this is a ${checked.type.kind}, not a condition; compare it with something`, { start: 0, end: source.length }, 'not-a-condition');
}
