import { type CostResult, type ShockedCosts } from './cost-result.js';
import { type CostShock } from './cost-shock.js';
import { Exact } from './exact.js';
import { figure } from './figure.js';

function cheapestOf({ options }: CostResult): string | null {
  const known = options.flatMap(({ id, presentValue: { expected } }) => (expected.value === null ? [] : [{ id, cost: expected.value }]));
  return known.reduce<(typeof known)[number] | null>((least, option) => (least === null || option.cost < least.cost ? option : least), null)?.id ?? null;
}

/** What a shock did to every option's present value and budget, and to which is cheapest. */
export function compareShocked({ id, title }: CostShock, before: CostResult, after: CostResult, currency: string): ShockedCosts {
  const options = after.options.map(({ id: option, presentValue: { expected }, withinBudget, missing }) => {
    const was = before.options.find((known) => known.id === option)?.presentValue.expected.value ?? null;
    const change = was === null || expected.value === null ? null : new Exact(expected.value).minus(was);
    const share = change === null || was === null || was === 0 ? null : change.div(was);
    return {
      id: option,
      presentValue: expected,
      change: figure(change, currency, 'present value under the shock - before it'),
      changeShare: figure(share, 'ratio', 'change / present value before the shock'),
      withinBudget,
      missing,
    };
  });
  return { id, title, options, cheapest: { before: cheapestOf(before), after: cheapestOf(after) } };
}
