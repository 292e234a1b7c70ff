import { type CostResult } from '../cost/cost-result.js';
import { type CostModel } from '../cost/cost-model.js';
import { type DecideCase } from './decide-case.js';
import { type InputSwitchPoint, type ReviewTrigger } from './decision-record.js';

const shownUnit = (unit: string): string => (unit === 'ratio' ? '' : ` ${unit}`);
const shown = (value: number | null): string => (value === null ? 'unknown' : String(Number(value.toPrecision(4))));

/** When the decision must be looked at again: the nearest switch points, figures that end, capacity reached, and what people added. */
export function reviewTriggers(decide: DecideCase, switches: readonly InputSwitchPoint[], costs: CostResult | null, model: CostModel | null, leader: string | null): readonly ReviewTrigger[] {
  const crossings = switches.slice(0, 6).map(({ input, from, to, then }) => {
    const way = (to.value ?? 0) > (from.value ?? 0) ? 'rises to' : 'falls to';
    return { watch: input, threshold: `${way} ${shown(to.value)}${shownUnit(to.unit)} (now ${shown(from.value)})`, then };
  });
  const ending = [...(model?.inputs.values() ?? [])].flatMap(({ path, estimate }) => (estimate.validTo === undefined ? [] : [{ watch: path, threshold: `ends on ${estimate.validTo}`, then: 'the figure no longer holds' }]));
  const installed = costs?.options.find(({ id }) => id === leader)?.capacity?.installed.value;
  const full = installed == null ? [] : [{ watch: 'demand', threshold: `reaches ${shown(installed)} Mtok/month at the busiest hours`, then: 'another instance is needed' }];
  return [...decide.reviewTriggers, ...crossings, ...ending, ...full];
}
