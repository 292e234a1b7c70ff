import { type ChoiceResult } from '../choice/choice-result.js';
import { type CostResult } from '../cost/cost-result.js';
import { type CostModel } from '../cost/cost-model.js';
import { type DecideCase } from './decide-case.js';
import { type InputSwitchPoint, type ReviewTrigger, type ShockedVerdict } from './decision-record.js';

/** Of the values at which the lead changes, so many are watched: those nearest to what is stated. */
const watched = { inputs: 6, scores: 3 };

const shownUnit = (unit: string): string => (unit === 'ratio' ? '' : ` ${unit}`);
const shown = (value: number | null): string => (value === null ? 'unknown' : String(Number(value.toPrecision(4))));

type Crossing = Pick<InputSwitchPoint, 'from' | 'to' | 'then'>;

function crossing(watch: string, { from, to, then }: Crossing): ReviewTrigger {
  const way = (to.value ?? 0) > (from.value ?? 0) ? 'rises to' : 'falls to';
  return { watch, threshold: `${way} ${shown(to.value)}${shownUnit(to.unit)} (now ${shown(from.value)})`, then };
}

/** Scores that people gave and whose change, within the anchors, would change the lead; the nearest first, by the width of the anchors. */
function scoreTriggers({ criteria }: DecideCase, { switchPoints }: ChoiceResult): readonly ReviewTrigger[] {
  return switchPoints
    .flatMap((point) => {
      const { anchors, from } = criteria.find(({ id }) => id === point.criterion) ?? {};
      const [first, last] = [anchors?.[0]?.at, anchors?.at(-1)?.at];
      if (from !== undefined || first === undefined || last === undefined || point.to.value === null || point.from.value === null) return [];
      return [{ far: Math.abs(point.to.value - point.from.value) / (last - first), trigger: crossing(`${point.criterion} of ${point.option}`, point) }];
    })
    .sort((left, right) => left.far - right.far || (left.trigger.watch < right.trigger.watch ? -1 : 1))
    .slice(0, watched.scores)
    .map(({ trigger }) => trigger);
}

const shockTriggers = (shocks: readonly ShockedVerdict[]): readonly ReviewTrigger[] =>
  shocks
    .filter(({ changesLead, verdict }) => changesLead || verdict === null)
    .map(({ id, title, verdict }) => ({ watch: title, threshold: `as far as the shock ${id} assumes`, then: verdict === null ? 'a cost leaves its anchors: agree wider ones' : verdict.option === null ? 'nothing leads' : `${verdict.option} takes the lead` }));

interface Rests {
  readonly choice: ChoiceResult;
  readonly switches: readonly InputSwitchPoint[];
  readonly shocks: readonly ShockedVerdict[];
  readonly costs: CostResult | null;
  readonly model: CostModel | null;
  readonly inputHash: string;
}

/** When the decision must be looked at again: what people named, the nearest switch points, figures that end, capacity reached, any change of an input. */
export function reviewTriggers(decide: DecideCase, { choice, switches, shocks, costs, model, inputHash }: Rests, chosen: string | null): readonly ReviewTrigger[] {
  const ending = [...(model?.inputs.values() ?? [])].flatMap(({ path, estimate }) => (estimate.validTo === undefined ? [] : [{ watch: path, threshold: `ends on ${estimate.validTo}`, then: 'the figure no longer holds' }]));
  const installed = costs?.options.find(({ id }) => id === chosen)?.capacity?.installed.value;
  const full = installed == null ? [] : [{ watch: 'demand', threshold: `reaches ${shown(installed)} Mtok/month at the busiest hours`, then: 'another instance is needed' }];
  return [
    ...decide.reviewTriggers,
    ...switches.slice(0, watched.inputs).map((point) => crossing(point.input, point)),
    ...scoreTriggers(decide, choice),
    ...shockTriggers(shocks),
    ...ending,
    ...full,
    { watch: 'any input, or the outcome of a rule,', threshold: `changes: the hash is no longer ${inputHash.slice(0, 12)}`, then: 'the approval lapses: approve and decide anew' },
  ];
}
