import { type CostLine } from './cost-line.js';
import { Exact } from './exact.js';

/** What all payments of a line together are worth today for each unit of their amount, in digits. */
export type Discounting = (line: CostLine) => string;

/** `yearlyRate` is nominal; a twelfth applies per month. Monthly amounts fall due at the end of their month. */
export function discounting(yearlyRate: Exact, horizon: number): Discounting {
  const step = new Exact(1).div(yearlyRate.div(12).plus(1));
  const factors = [new Exact(1)];
  for (let month = 1; month <= horizon; month += 1) factors.push((factors[month - 1] ?? new Exact(1)).times(step));
  const factor = (month: number): Exact => factors[month] ?? new Exact(0);
  const spans = new Map<string, string>();
  return ({ timing }) => {
    if (timing.kind === 'once') return factor(timing.month).toString();
    const span = `${timing.from} ${timing.to}`;
    const known = spans.get(span);
    if (known !== undefined) return known;
    let together = new Exact(0);
    for (let month = timing.from; month <= timing.to; month += 1) together = together.plus(factor(month));
    const digits = together.toString();
    spans.set(span, digits);
    return digits;
  };
}
