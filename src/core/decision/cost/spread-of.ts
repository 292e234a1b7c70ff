import { type CostModel } from './cost-model.js';
import { type Spread } from './cost-result.js';
import { type Expression } from './expression.js';
import { figure } from './figure.js';
import { quantile } from './quantile.js';

/** A formula's value at the stated inputs and its quantiles over the draws. */
export function spreadOf(formula: Expression, model: CostModel, unit: string, source: string): Spread {
  const expected = model.exactly(formula);
  if (expected === null) {
    const unknown = figure(null, unit, source);
    return { expected: unknown, p10: unknown, p50: unknown, p90: unknown };
  }
  const sorted = model.sorted(formula);
  const [p10, p50, p90] = [quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)];
  const at = (value: number, share: string) => figure(value, unit, `${share} quantile of ${sorted.length} draws`);
  return { expected: figure(expected, unit, source, { low: p10, high: p90 }), p10: at(p10, '10 %'), p50: at(p50, '50 %'), p90: at(p90, '90 %') };
}
