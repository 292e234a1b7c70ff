import { figure } from '../cost/figure.js';
import { type Figure } from '../cost/figure-schema.js';

/** A share of draws with three standard errors on either side. */
export function shareOfDraws(share: number, draws: number, what: string): Figure {
  const error = 3 * Math.sqrt((share * (1 - share)) / draws);
  return figure(share, 'share of draws', what, { low: Math.max(0, share - error), high: Math.min(1, share + error) });
}
