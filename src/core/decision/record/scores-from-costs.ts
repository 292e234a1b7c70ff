import { type Criterion } from '../choice/criterion.js';
import { type Score } from '../choice/score.js';
import { type CostedOption, type CostResult } from '../cost/cost-result.js';
import { type Figure } from '../cost/figure-schema.js';

const readFigure = (option: CostedOption, from: NonNullable<Criterion['from']>): Figure => {
  switch (from) {
    case 'cost.presentValue':
      return option.presentValue.expected;
    case 'cost.total':
      return option.total.expected;
    case 'cost.outlay':
      return option.outlay;
    case 'cost.monthly':
      return option.monthly;
    case 'cost.exitCost':
      return option.exitCost;
  }
};

/** An option's scores on the criteria that are read from costs: the expected figure, its range the 10 % and 90 % quantiles. */
export function scoresFromCosts(option: string, criteria: readonly Criterion[], costs: CostResult, asOf: string): Readonly<Record<string, Score>> {
  const costed = costs.options.find(({ id }) => id === option);
  const scores: Record<string, Score> = {};
  for (const { id, from } of criteria) {
    if (from === undefined) continue;
    const found = costed === undefined ? undefined : readFigure(costed, from);
    const source = costed === undefined ? `${option} has no costs` : costed.missing.length > 0 ? costed.missing.join('; ') : from;
    if (found?.value == null) scores[id] = { value: null, unit: found?.unit ?? costs.currency, kind: 'derived', source: source.slice(0, 1000), asOf };
    else scores[id] = { value: found.value, unit: found.unit, low: Math.min(found.value, found.low ?? found.value), high: Math.max(found.value, found.high ?? found.value), kind: 'derived', source, asOf };
  }
  return scores;
}
