import { asText } from '../cost/as-text.js';
import { type ShockedCosts } from '../cost/cost-result.js';

const percent = (share: number): string => `${share > 0 ? '+' : ''}${asText.number(Math.round(share * 1000) / 10)} %`;

/** What a shock does to the present value of each option, a phrase per option that it moves; an option it leaves as it was is not named. */
export function shockChanges({ options }: ShockedCosts): readonly string[] {
  return options.flatMap(({ id, presentValue, changeShare, withinBudget, missing }) => {
    if (presentValue.value === null) return [`${id} unknown${missing[0] === undefined ? '' : ` (${missing[0]})`}`];
    if (changeShare.value === 0) return [];
    const budget = withinBudget?.expected === 'no' ? ', beyond the budget' : '';
    return [`${id} ${asText.figure({ ...presentValue, low: presentValue.value, high: presentValue.value })}${changeShare.value === null ? '' : ` (${percent(changeShare.value)})`}${budget}`];
  });
}
