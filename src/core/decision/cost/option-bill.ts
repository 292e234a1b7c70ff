import { Exact } from './exact.js';
import { type CostLine } from './cost-line.js';
import { expression, type Expression } from './expression.js';

/** An option's bill as formulas over the horizon, in the currency of the case. */
export interface OptionBill {
  readonly lines: readonly CostLine[];
  /** Due today. */
  readonly outlay: Expression;
  /** Due in the first month of service. */
  readonly monthly: Expression;
  readonly total: Expression;
  /** The total with every amount discounted to today; monthly amounts fall due at the end of their month. */
  readonly presentValue: Expression;
}

const { constant, sum, product } = expression;

const times = ({ timing }: CostLine): Exact => new Exact(timing.kind === 'once' ? 1 : timing.to - timing.from + 1);

function discounting(yearlyRate: Exact, horizon: number): (line: CostLine) => Exact {
  const step = new Exact(1).div(yearlyRate.div(12).plus(1));
  const factors = [new Exact(1)];
  for (let month = 1; month <= horizon; month += 1) factors.push((factors[month - 1] ?? new Exact(1)).times(step));
  const factor = (month: number): Exact => factors[month] ?? new Exact(0);
  return ({ timing }) => {
    if (timing.kind === 'once') return factor(timing.month);
    let together = new Exact(0);
    for (let month = timing.from; month <= timing.to; month += 1) together = together.plus(factor(month));
    return together;
  };
}

/** `yearlyRate` is nominal; a twelfth applies per month. */
export function optionBill(lines: readonly CostLine[], yearlyRate: Exact, horizon: number): OptionBill {
  const discounted = discounting(yearlyRate, horizon);
  const weighted = (weight: (line: CostLine) => Exact): Expression => sum(...lines.map((line) => product(constant(weight(line).toString()), line.amount)));
  const dueIn = (due: (line: CostLine) => boolean): Expression => sum(...lines.filter(due).map(({ amount }) => amount));
  return {
    lines,
    outlay: dueIn(({ timing }) => timing.kind === 'once' && timing.month === 0),
    monthly: dueIn(({ timing }) => timing.kind === 'monthly' && timing.from === 1),
    total: weighted(times),
    presentValue: weighted(discounted),
  };
}
