import { Exact } from './exact.js';

/** What `periods` equal payments at the end of each period are worth today at `rate` per period. */
export function presentValue(payment: Exact, rate: Exact, periods: number): Exact {
  if (rate.isZero()) return payment.times(periods);
  return payment.times(new Exact(1).minus(new Exact(1).div(rate.plus(1).pow(periods)))).div(rate);
}
