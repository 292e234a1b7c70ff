import { type Problem } from '../../core/inventory/problem.js';
import { type PolicyProblem } from './policy-shapes.js';

/** A problem as the API tells it; where the place is unknown it is the beginning. */
export function viewOfProblem({ file, line, column, code, message }: Problem): PolicyProblem {
  return { file, line: line ?? 1, column: column ?? 1, code, message };
}
