import { type CostOption } from './cost-case.js';
import { type CostSheet } from './cost-sheet.js';
import { type Expression } from './expression.js';

/** The amounts of the way out, by name; none where no exit plan is given. */
export function exitAmounts(option: CostOption, sheet: CostSheet): ReadonlyMap<string, Expression> {
  const path = `options/${option.id}/exit`;
  const { exit } = option;
  if (exit === undefined) return new Map([['exit', sheet.lacking(path, `${path} is missing; give migration, reEvaluation, parallelRun and residualValue`)]]);
  return new Map((['migration', 'reEvaluation', 'parallelRun', 'residualValue'] as const).map((name) => [name, sheet.money(`${path}/${name}`, exit[name])]));
}
