import { type Interval } from './interval.js';

/** Whole instances for a demand, one more where the loss of one must be borne (N+1). No demand needs none. */
export function instancesNeeded(demand: Interval, capacityOfOne: Interval, spare: boolean): Interval {
  const count = (wanted: number, capacity: number): number => (wanted === 0 ? 0 : Math.ceil(wanted / capacity) + (spare ? 1 : 0));
  return { low: count(demand.low, capacityOfOne.high), value: count(demand.value, capacityOfOne.value), high: count(demand.high, capacityOfOne.low) };
}
