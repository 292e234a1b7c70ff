import { Exact } from './exact.js';

/** How many payments repay `present` at `rate` per period; `'never'` where the payment does not exceed the interest. */
export function periodsToRepay(present: Exact, rate: Exact, payment: Exact): Exact | 'never' {
  const interest = present.times(rate);
  if (payment.lte(interest) && !present.isZero()) return 'never';
  if (rate.isZero()) return present.isZero() ? new Exact(0) : present.div(payment);
  return payment.div(payment.minus(interest)).ln().div(rate.plus(1).ln());
}
