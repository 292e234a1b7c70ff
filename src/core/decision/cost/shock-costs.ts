import { applyCostShock } from './apply-cost-shock.js';
import { compareShocked } from './compare-shocked.js';
import { type CostResult, type ShockedCosts } from './cost-result.js';
import { type CostShock } from './cost-shock.js';
import { type Costs } from './cost-case.js';
import { estimateCosts } from './estimate-costs.js';

/** The costs under each shock, every shock alone. */
export function shockCosts(costs: Costs, before: CostResult = estimateCosts(costs), shocks: readonly CostShock[] = costs.shocks): readonly ShockedCosts[] {
  return shocks.map((shock) => compareShocked(shock, before, estimateCosts(applyCostShock(costs, shock)), costs.currency));
}
