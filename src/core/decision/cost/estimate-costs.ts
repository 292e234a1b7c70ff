import { type Capacity } from './capacity-of.js';
import { compareOptions } from './compare-options.js';
import { costModel, type CostModel, type ModelledOption } from './cost-model.js';
import { type CostedLine, type CostedOption, type CostResult, type Spread } from './cost-result.js';
import { type Costs } from './cost-case.js';
import { type CostFigure } from './cost-figure.js';
import { type CostLine } from './cost-line.js';
import { expression, type Expression } from './expression.js';
import { figure } from './figure.js';
import { type Figure } from './figure-schema.js';
import { formulaOf } from './formula-of.js';
import { quantile } from './quantile.js';
import { spreadOf } from './spread-of.js';
import { tornado } from './tornado.js';

/** Everything, or only these figures with their ranges: for a case that is run again under many shocks. */
type Depth = 'whole' | ReadonlySet<CostFigure>;

const due = ({ timing }: CostLine): string => {
  if (timing.kind === 'monthly') return `every month, ${timing.from} to ${timing.to}`;
  return timing.month === 0 ? 'once, today' : `once, after ${timing.month} months`;
};

const costedLine = (line: CostLine, model: CostModel, currency: string): CostedLine => ({
  label: line.label,
  nature: line.nature,
  due: due(line),
  formula: formulaOf(line.amount),
  amount: figure(model.exactly(line.amount), line.timing.kind === 'monthly' ? `${currency}/month` : currency, 'the formula beside it'),
});

/** The figure at the stated inputs, its range the 10 % and 90 % quantiles. */
function ranged(formula: Expression, model: CostModel, unit: string, source: string): Figure {
  const expected = model.exactly(formula);
  if (expected === null) return figure(null, unit, source);
  const sorted = model.sorted(formula);
  return figure(expected, unit, source, { low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) });
}

function withinBudget(costs: Costs, model: CostModel, { bill }: ModelledOption): CostedOption['withinBudget'] {
  if (costs.budget === undefined) return null;
  const known = model.exactly(bill.total);
  if (known === null || costs.budget.value === null || costs.budget.unit !== costs.currency) return { expected: 'unknown', p90: 'unknown' };
  const most = Number(costs.budget.value);
  return { expected: known.lte(costs.budget.value) ? 'yes' : 'no', p90: quantile(model.sorted(bill.total), 0.9) <= most ? 'yes' : 'no' };
}

function costedOption(modelled: ModelledOption, costs: Costs, model: CostModel, depth: Depth): CostedOption {
  const { option, bill, exit, capacity } = modelled;
  const { currency } = costs;
  const missing = model.missing(bill.total);
  const whole = depth === 'whole';
  const unit = `${currency}/month`;
  const asked = (name: CostFigure, formula: Expression, unitOf: string, source: string): Figure =>
    whole || depth.has(name) ? ranged(formula, model, unitOf, source) : figure(null, unitOf, 'not asked for');
  const spread = (name: CostFigure, formula: Expression, source: string): Spread => {
    if (whole || depth.has(name)) return spreadOf(formula, model, currency, source);
    const skipped = figure(null, currency, 'not asked for');
    return { expected: skipped, p10: skipped, p50: skipped, p90: skipped };
  };
  return {
    id: option.id,
    title: option.title,
    kind: option.kind,
    state: missing.length === 0 ? 'known' : 'unknown',
    missing,
    lines: whole ? bill.lines.map((line) => costedLine(line, model, currency)) : [],
    outlay: asked('cost.outlay', bill.outlay, currency, 'what is due today'),
    monthly: asked('cost.monthly', bill.monthly, unit, 'what is due in the first month'),
    total: spread('cost.total', bill.total, `every line over ${costs.horizon.value} months`),
    presentValue: spread('cost.presentValue', bill.presentValue, `every line over ${costs.horizon.value} months, discounted at ${costs.discountRate.value} a year`),
    exitCost: asked('cost.exitCost', exit, currency, 'migration + reEvaluation + parallelRun + residualValue'),
    capacity: whole && capacity !== null ? costedCapacity(capacity, model) : null,
    withinBudget: withinBudget(costs, model, modelled),
    tornado: whole ? tornado(bill.presentValue, model, currency) : [],
  };
}

function costedCapacity(capacity: Capacity, model: CostModel): NonNullable<CostedOption['capacity']> {
  const load = expression.quotient(capacity.busyHours, expression.product(capacity.instances, expression.input('hoursPerMonth')));
  return {
    installed: ranged(capacity.installed, model, 'Mtok/month', 'instances * throughput * 3600 * hours * utilisation'),
    instances: ranged(capacity.instances, model, 'instances', 'demand * peakToMean / capacity of one, rounded up, and the spare one'),
    load: ranged(load, model, 'ratio', 'busy instance hours / instance hours'),
  };
}

/** Expected cost of the option that looks cheapest, less the expected cost of whichever turns out cheapest. Never below zero. */
function perfectInformation(model: CostModel, currency: string): Figure {
  const source = 'least expected present value - expected least present value, over the draws';
  const known = model.options.filter(({ bill }) => model.exactly(bill.presentValue) !== null).map(({ bill }) => model.sample(bill.presentValue));
  const [first] = known;
  if (first === undefined) return figure(null, currency, source);
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const least = first.map((_, index) => known.reduce((lowest, values) => Math.min(lowest, values[index] ?? Infinity), Infinity));
  return figure(Math.max(0, Math.min(...known.map(mean)) - mean(least)), currency, source);
}

const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-${day.slice(8, 10)}`;
};

function cautions(costs: Costs, model: CostModel): readonly string[] {
  const end = addMonths(costs.asOf, Number(costs.horizon.value));
  return [...model.inputs.values()]
    .filter(({ estimate }) => estimate.validTo !== undefined && estimate.validTo < end)
    .map(({ path, estimate }) => `${path} ends on ${estimate.validTo}, before the horizon does (${end}); the costs after that day assume it goes on, so test a price shock or a retirement`);
}

/** Costs every option over the common demand and horizon, and compares those that are bought with those that are run. */
export function estimateCosts(costs: Costs, model: CostModel = costModel(costs), depth: Depth = 'whole'): CostResult {
  const whole = depth === 'whole';
  return {
    currency: costs.currency,
    distribution: 'triangular, nearest-rank quantiles',
    options: model.options.map((modelled) => costedOption(modelled, costs, model, depth)),
    comparisons: whole ? compareOptions(costs, model) : [],
    expectedValueOfPerfectInformation: whole ? perfectInformation(model, costs.currency) : figure(null, costs.currency, 'not asked for'),
    cautions: whole ? cautions(costs, model) : [],
  };
}
