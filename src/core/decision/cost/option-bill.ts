import { type CostLine } from './cost-line.js';
import { type Discounting } from './discounting.js';
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

const times = ({ timing }: CostLine): string => String(timing.kind === 'once' ? 1 : timing.to - timing.from + 1);

export function optionBill(lines: readonly CostLine[], discounted: Discounting): OptionBill {
  const weighted = (weight: (line: CostLine) => string): Expression => sum(...lines.map((line) => product(constant(weight(line)), line.amount)));
  const dueIn = (due: (line: CostLine) => boolean): Expression => sum(...lines.filter(due).map(({ amount }) => amount));
  return {
    lines,
    outlay: dueIn(({ timing }) => timing.kind === 'once' && timing.month === 0),
    monthly: dueIn(({ timing }) => timing.kind === 'monthly' && timing.from === 1),
    total: weighted(times),
    presentValue: weighted(discounted),
  };
}
