import { interval, type Interval } from './interval.js';

/** Tokens per month of one instance: `rate * 3600 * hours * utilisation`. The length of the month is an input; sources use 176, 720, 730 and 740 hours. */
export function monthlyCapacity(tokensPerSecond: Interval, hoursPerMonth: Interval, utilisation: Interval): Interval {
  return interval.scaled(interval.times(interval.times(tokensPerSecond, hoursPerMonth), utilisation), 3_600);
}
