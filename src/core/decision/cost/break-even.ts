import { Exact } from './exact.js';

/** When a higher first outlay is earned back by lower running costs. */
export type BreakEvenMonths = { readonly months: Exact; readonly answer?: 'never before replacement' } | { readonly months: null; readonly answer: 'never' };

/**
 * Month (possibly fractional, from today) at which the cumulative costs cross: `outlay / (rented - running)`.
 * `lifeMonths` is how long what the outlay buys lasts: a later crossing is never reached before it must be bought again.
 */
function months(outlay: Exact, rented: Exact, running: Exact, lifeMonths: number | null): BreakEvenMonths {
  if (outlay.lte(0) && rented.gte(running)) return { months: new Exact(0) };
  if (rented.lte(running)) return { months: null, answer: 'never' };
  const crossing = outlay.div(rented.minus(running));
  return lifeMonths !== null && crossing.gt(lifeMonths) ? { months: crossing, answer: 'never before replacement' } : { months: crossing };
}

/** Volume per month above which the fixed cost is earned back; `'never'` where each unit costs at least as much to make as to buy. */
function volume(fixedPerMonth: Exact, price: Exact, marginal: Exact): Exact | 'never' {
  if (fixedPerMonth.lte(0) && price.gte(marginal)) return new Exact(0);
  return price.lte(marginal) ? 'never' : fixedPerMonth.div(price.minus(marginal));
}

export const breakEven = { months, volume } as const;
