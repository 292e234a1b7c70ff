import { weightedValue } from './weighted-value.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Exactly how far the weight of one criterion may move, the others keeping their proportions, before the leader is overtaken.
 * At an interior end the leader ties. With a single criterion there is nothing to move.
 */
export function stabilityInterval(values: readonly (readonly number[])[], weights: readonly number[], criterion: number, leader: number): Interval {
  const own = weights[criterion] ?? 0;
  if (weights.length === 1) return { low: 1, high: 1 };
  const without = weights.map((weight, index) => (index === criterion ? 0 : weight / (1 - own)));
  const split = (option: number) => ({ on: values[option]?.[criterion] ?? 0, off: weightedValue(values[option] ?? [], without) });
  const mine = split(leader);
  let [low, high] = [0, 1];
  values.forEach((_, option) => {
    if (option === leader) return;
    const theirs = split(option);
    const [atZero, slope] = [mine.off - theirs.off, mine.on - theirs.on - (mine.off - theirs.off)];
    if (slope === 0) return;
    const crossing = -atZero / slope;
    if (slope > 0) low = Math.max(low, Math.min(own, crossing));
    else high = Math.min(high, Math.max(own, crossing));
  });
  return { low, high };
}
