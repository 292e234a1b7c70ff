import { type Criterion } from '../choice/criterion.js';
import { type ChoiceResult } from '../choice/choice-result.js';
import { valueAt } from '../choice/value-at.js';
import { type CostModel, type ModelledOption } from '../cost/cost-model.js';
import { evaluateQuickly, type QuickFormula } from '../cost/evaluate-quickly.js';
import { type Expression } from '../cost/expression.js';
import { figure } from '../cost/figure.js';
import { inputsOf } from '../cost/inputs-of.js';
import { type InputSwitchPoint } from './decision-record.js';

/** How far an input is moved in search of a change of lead: to a quarter and to four times what it is. */
const reach = { low: 0.25, high: 4, steps: 30, halvings: 50 };

const formulaFor = ({ bill, exit }: ModelledOption, from: NonNullable<Criterion['from']>): Expression =>
  ({ 'cost.presentValue': bill.presentValue, 'cost.total': bill.total, 'cost.outlay': bill.outlay, 'cost.monthly': bill.monthly, 'cost.exitCost': exit })[from];

interface Contender {
  readonly id: string;
  /** What the criteria without costs contribute. */
  readonly settled: number;
  readonly moving: readonly { readonly weight: number; readonly anchors: Criterion['anchors']; readonly cost: QuickFormula }[];
  readonly inputs: ReadonlySet<string>;
}

function contenders(criteria: readonly Criterion[], choice: ChoiceResult, model: CostModel, places: ReadonlyMap<string, number>): readonly Contender[] {
  return choice.ranking.flatMap(({ option, values }) => {
    const modelled = model.options.find((known) => known.option.id === option);
    const weightOf = (id: string): number => choice.weights[id]?.value ?? 0;
    const costed = criteria.flatMap(({ id, anchors, from }) => {
      const formula = from === undefined || modelled === undefined ? undefined : formulaFor(modelled, from);
      return formula === undefined || model.missing(formula).length > 0 ? [] : [{ id, anchors, formula }];
    });
    const settled = criteria.filter(({ id }) => !costed.some((known) => known.id === id)).reduce((sum, { id }) => sum + weightOf(id) * (values[id]?.value ?? 0), 0);
    const moving = costed.map(({ id, anchors, formula }) => ({ weight: weightOf(id), anchors, cost: evaluateQuickly(formula, places) }));
    return [{ id: option, settled, moving, inputs: new Set(inputsOf(...costed.map(({ formula }) => formula))) }];
  });
}

/** What a contender is worth at these inputs; `null` where a cost leaves its anchors. */
function worthOf({ settled, moving }: Contender, inputs: Float64Array): number | null {
  let value = settled;
  for (const { weight, anchors, cost } of moving) {
    const worth = valueAt(anchors, cost(inputs));
    if (worth === null) return null;
    value += weight * worth;
  }
  return value;
}

const firstOf = (among: readonly Contender[], worth: readonly number[]): string | null =>
  among.reduce<{ readonly id: string; readonly value: number } | null>((best, { id }, index) => (best === null || (worth[index] ?? 0) > best.value ? { id, value: worth[index] ?? 0 } : best), null)?.id ?? null;

/** Who leads while one input is moved: only those whose costs rest on it are worth anything else than `stated`. */
function leaderWhileMoving(among: readonly Contender[], stated: readonly number[], inputs: Float64Array, moved: { readonly path: string; readonly index: number }): (value: number) => string | null {
  const at = inputs.slice();
  const worth = [...stated];
  const affected = among.flatMap((contender, index) => (contender.inputs.has(moved.path) ? [{ contender, index }] : []));
  return (value) => {
    at[moved.index] = value;
    for (const { contender, index } of affected) {
      const now = worthOf(contender, at);
      if (now === null) return null;
      worth[index] = now;
    }
    return firstOf(among, worth);
  };
}

function crossing(stated: number, end: number, leader: string, leads: (value: number) => string | null): { readonly value: number; readonly then: string } | null {
  let inner = stated;
  for (let step = 1; step <= reach.steps; step += 1) {
    const outer = stated + ((end - stated) * step) / reach.steps;
    const there = leads(outer);
    if (there === null) return null;
    if (there === leader) {
      inner = outer;
      continue;
    }
    let [held, lost, then] = [inner, outer, there];
    for (let halving = 0; halving < reach.halvings; halving += 1) {
      const middle = (held + lost) / 2;
      const here = leads(middle);
      if (here === leader || here === null) held = middle;
      else [lost, then] = [middle, here];
    }
    return { value: lost, then };
  }
  return null;
}

/** For every cost input: the value, between a quarter and four times the stated one, at which it alone changes the lead. Nearest first. */
export function inputSwitchPoints(criteria: readonly Criterion[], choice: ChoiceResult, model: CostModel): readonly InputSwitchPoint[] {
  const inputs = [...model.inputs.values()];
  const places = new Map(inputs.map(({ path }, index) => [path, index]));
  const stated = Float64Array.from(inputs, ({ estimate }) => Number(estimate.value));
  const among = contenders(criteria, choice, model, places);
  const worth = among.flatMap((contender) => worthOf(contender, stated) ?? []);
  const leader = worth.length < among.length ? null : firstOf(among, worth);
  if (leader === null || among.length < 2) return [];
  const found = inputs.flatMap(({ path, estimate }, index) => {
    const value = stated[index] ?? 0;
    if (value === 0 || ['GPU', 'months', 'instances', 'hours/month'].includes(estimate.unit) || !among.some((contender) => contender.inputs.has(path))) return [];
    const leads = leaderWhileMoving(among, worth, stated, { path, index });
    const most = estimate.unit === 'ratio' && path.endsWith('utilisation') ? Math.min(1, value * reach.high) : value * reach.high;
    return [crossing(value, most, leader, leads), crossing(value, value * reach.low, leader, leads)].flatMap((cross) =>
      cross === null ? [] : [{ far: Math.abs(cross.value / value - 1), point: { input: path, from: figure(value, estimate.unit, estimate.source), to: figure(cross.value, estimate.unit, 'bisection, every other input at its stated value'), then: `${cross.then} takes the lead` } }],
    );
  });
  return found.sort((left, right) => left.far - right.far || (left.point.input < right.point.input ? -1 : 1)).map(({ point }) => point);
}
