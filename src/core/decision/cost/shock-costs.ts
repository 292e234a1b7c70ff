import { applyCostShock } from './apply-cost-shock.js';
import { type CostResult, type ShockedCosts } from './cost-result.js';
import { type CostShock } from './cost-shock.js';
import { type Costs } from './cost-case.js';
import { estimateCosts } from './estimate-costs.js';
import { Exact } from './exact.js';
import { figure } from './figure.js';

/** The option with the least expected present value; `null` where none is known. */
export function cheapestOf({ options }: CostResult): string | null {
  const known = options.flatMap(({ id, presentValue: { expected } }) => (expected.value === null ? [] : [{ id, cost: expected.value }]));
  return known.reduce<(typeof known)[number] | null>((least, option) => (least === null || option.cost < least.cost ? option : least), null)?.id ?? null;
}

/** What each shock does to every option's present value, budget and to which is cheapest. */
export function shockCosts(costs: Costs, before: CostResult = estimateCosts(costs), shocks: readonly CostShock[] = costs.shocks): readonly ShockedCosts[] {
  return shocks.map((shock) => {
    const after = estimateCosts(applyCostShock(costs, shock));
    return {
      id: shock.id,
      title: shock.title,
      options: after.options.map(({ id, presentValue: { expected }, withinBudget, missing }) => {
        const was = before.options.find((option) => option.id === id)?.presentValue.expected.value ?? null;
        const change = was === null || expected.value === null ? null : new Exact(expected.value).minus(was);
        return {
          id,
          presentValue: expected,
          change: figure(change, costs.currency, 'present value under the shock - before it'),
          changeShare: figure(change === null || was === null || was === 0 ? null : change.div(was), 'ratio', 'change / present value before the shock'),
          withinBudget,
          missing,
        };
      }),
      cheapest: { before: cheapestOf(before), after: cheapestOf(after) },
    };
  });
}
