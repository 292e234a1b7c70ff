import { type Costs } from './cost-case.js';
import { type CostSheet } from './cost-sheet.js';
import { expression, type Expression } from './expression.js';

/** Monthly demand of an option: tokens in millions. */
export interface Demand {
  readonly input: Expression;
  readonly cachedInput: Expression | null;
  readonly output: Expression;
  readonly requests: Expression | null;
  readonly total: Expression;
  readonly peakToMean: Expression;
}

/** The case's demand, or the share of it that one part of a hybrid carries. */
export function demandOf({ demand }: Pick<Costs, 'demand'>, sheet: CostSheet, share: Expression = expression.one): Demand {
  const scaled = (path: string, estimate: (typeof demand)['input']): Expression => {
    const whole = sheet.quantity(`demand/${path}`, estimate);
    return share === expression.one ? whole : expression.product(whole, share);
  };
  const input = scaled('input', demand.input);
  const cachedInput = demand.cachedInput === undefined ? null : scaled('cachedInput', demand.cachedInput);
  const output = scaled('output', demand.output);
  return {
    input,
    cachedInput,
    output,
    requests: demand.requests === undefined ? null : scaled('requests', demand.requests),
    total: expression.sum(input, ...(cachedInput === null ? [] : [cachedInput]), output),
    peakToMean: sheet.quantity('demand/peakToMean', demand.peakToMean),
  };
}
