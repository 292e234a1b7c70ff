import { annuity } from './annuity.js';
import { breakEven } from './break-even.js';
import { type CostModel, type ModelledOption } from './cost-model.js';
import { type Comparison } from './cost-result.js';
import { type Costs } from './cost-case.js';
import { Exact } from './exact.js';
import { expression } from './expression.js';
import { figure } from './figure.js';
import { type Figure } from './figure-schema.js';
import { quantile } from './quantile.js';

const monthSource = '(outlay - API outlay) / (API month - own month)';
const volumeSource = 'fixed cost per month, outlay as an annuity, / (blended API price - cost of one more million tokens)';

const lifeOf = ({ option }: ModelledOption): number | null => (option.kind === 'self-hosted' && option.acquisition.kind === 'purchase' ? Number(option.acquisition.life.value) : null);

function monthsDrawn(own: ModelledOption, bought: ModelledOption, model: CostModel): Float64Array {
  const outlay = model.sample(expression.difference(own.bill.outlay, bought.bill.outlay));
  const saving = model.sample(expression.difference(bought.bill.monthly, own.bill.monthly));
  const life = lifeOf(own) ?? Infinity;
  return outlay.map((spent, index) => {
    const saved = saving[index] ?? NaN;
    if (spent <= 0 && saved >= 0) return 0;
    const months = saved > 0 ? spent / saved : Infinity;
    return months > life ? Infinity : months;
  });
}

function breakEvenMonth(own: ModelledOption, bought: ModelledOption, model: CostModel): { readonly month: Figure; readonly never: Figure } {
  const [outlay, before, rented, running] = [own.bill.outlay, bought.bill.outlay, bought.bill.monthly, own.bill.monthly].map((formula) => model.exactly(formula));
  if (outlay == null || before == null || rented == null || running == null) return { month: figure(null, 'months', monthSource), never: figure(null, 'ratio', monthSource) };
  const found = breakEven.months(outlay.minus(before), rented, running, lifeOf(own));
  const drawn = monthsDrawn(own, bought, model).sort();
  const never = drawn.filter((month) => month === Infinity).length / drawn.length;
  const range = { low: quantile(drawn, 0.1), high: quantile(drawn, 0.9) };
  const month = figure(found.months, 'months', monthSource, { ...range, ...(found.answer === undefined ? {} : { answer: found.answer }) });
  return { month, never: figure(never, 'ratio', `share of ${drawn.length} draws`) };
}

/** Fixed cost per month and price of a million tokens of one side; both unknown without demand, for then there is no mix to price. */
function perMonth(side: ModelledOption, costs: Costs, model: CostModel): { readonly fixed: Exact; readonly perMtok: Exact } | null {
  const demand = model.exactly(model.demandTotal);
  const [outlay, monthly, marginal] = [side.bill.outlay, side.bill.monthly, side.marginal].map((formula) => model.exactly(formula));
  if (demand == null || demand.isZero() || outlay == null || monthly == null || marginal == null) return null;
  const usage = model.exactly(expression.sum(...side.bill.lines.filter(({ nature, timing }) => nature === 'usage' && timing.kind === 'monthly' && timing.from === 1).map(({ amount }) => amount)));
  if (usage === null) return null;
  const repaid = annuity(outlay, new Exact(costs.discountRate.value ?? 0).div(12), lifeOf(side) ?? Number(costs.horizon.value));
  return { fixed: monthly.minus(usage).plus(repaid), perMtok: side.option.kind === 'self-hosted' ? marginal : usage.div(demand) };
}

function breakEvenVolume(own: ModelledOption, bought: ModelledOption, costs: Costs, model: CostModel): Pick<Comparison, 'breakEvenVolume' | 'capacity' | 'instancesAtBreakEven'> {
  const unit = 'Mtok/month';
  const installed = own.capacity === null ? null : model.exactly(own.capacity.installed);
  const each = own.capacity === null ? null : model.exactly(own.capacity.perInstance);
  const capacity = figure(installed, unit, 'instances * throughput * 3600 * hours * utilisation');
  const [ours, theirs] = [perMonth(own, costs, model), perMonth(bought, costs, model)];
  const unreached = (answer: 'never' | 'unknown') => ({ breakEvenVolume: figure(null, unit, volumeSource, { answer }), capacity, instancesAtBreakEven: figure(null, 'instances', volumeSource, { answer }) });
  if (ours === null || theirs === null || installed === null || each === null) return unreached('unknown');
  const volume = breakEven.volume(ours.fixed.minus(theirs.fixed), theirs.perMtok, ours.perMtok);
  if (volume === 'never') return unreached('never');
  const reachable = volume.lte(installed);
  return {
    breakEvenVolume: figure(volume, unit, volumeSource, reachable ? {} : { answer: 'not reachable' }),
    capacity,
    instancesAtBreakEven: figure(volume.div(each).ceil(), 'instances', 'break-even volume / capacity of one instance, rounded up; the fixed cost of further instances is not counted'),
  };
}

function cheaperShare(own: ModelledOption, bought: ModelledOption, model: CostModel): Figure {
  const [ours, theirs] = [own.bill.presentValue, bought.bill.presentValue];
  if (model.exactly(ours) === null || model.exactly(theirs) === null) return figure(null, 'ratio', 'share of draws with the lower present value');
  const [drawn, against] = [model.sample(ours), model.sample(theirs)];
  const cheaper = drawn.filter((value, index) => value < (against[index] ?? NaN)).length;
  return figure(cheaper / drawn.length, 'ratio', `share of ${drawn.length} draws with the lower present value`);
}

/** Every self-hosted option against every option bought by the token. */
export function compareOptions(costs: Costs, model: CostModel): readonly Comparison[] {
  const of = (kind: string): readonly ModelledOption[] => model.options.filter(({ option }) => option.kind === kind);
  return of('self-hosted').flatMap((own) =>
    of('api').map((bought) => {
      const { month, never } = breakEvenMonth(own, bought, model);
      return { selfHosted: own.option.id, api: bought.option.id, breakEvenMonth: month, neverShare: never, ...breakEvenVolume(own, bought, costs, model), cheaperShare: cheaperShare(own, bought, model) };
    }),
  );
}
