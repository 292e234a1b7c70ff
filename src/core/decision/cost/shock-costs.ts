import { applyCostShock } from './apply-cost-shock.js';
import { compareShocked } from './compare-shocked.js';
import { type CostFigure } from './cost-figure.js';
import { costModel } from './cost-model.js';
import { type CostResult, type ShockedCosts } from './cost-result.js';
import { type CostShock } from './cost-shock.js';
import { type Costs } from './cost-case.js';
import { type EvaluatedFormulas } from './evaluated-formulas.js';
import { estimateCosts } from './estimate-costs.js';

/** The figures asked for under a shock, the present value always among them. */
export function costsUnder(shock: CostShock, costs: Costs, figures: readonly CostFigure[], known: EvaluatedFormulas): CostResult {
  const changed = applyCostShock(costs, shock);
  return estimateCosts(changed, costModel(changed, known), new Set<CostFigure>(['cost.presentValue', ...figures]));
}

/** The costs under each shock, every shock alone. */
export function shockCosts(costs: Costs, before: CostResult, known: EvaluatedFormulas): readonly ShockedCosts[] {
  return costs.shocks.map((shock) => compareShocked(shock, before, costsUnder(shock, costs, [], known), costs.currency));
}
