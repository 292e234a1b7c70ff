import { Exact } from './exact.js';

/** Sum of the cash flows discounted at `rate` per period; the first flow falls today. */
export function netPresentValue(rate: Exact, flows: readonly Exact[]): Exact {
  const step = rate.plus(1);
  return flows.reduceRight((later, flow) => later.div(step).plus(flow), new Exact(0));
}
