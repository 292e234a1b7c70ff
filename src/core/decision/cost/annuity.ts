import { Exact } from './exact.js';

/** Equal payment per period that repays `present` over `periods` at `rate` per period; at rate 0 the present value over the periods. */
export function annuity(present: Exact, rate: Exact, periods: number): Exact {
  if (rate.isZero()) return present.div(periods);
  return present.times(rate).div(new Exact(1).minus(new Exact(1).div(rate.plus(1).pow(periods))));
}
