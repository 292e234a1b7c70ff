import { type Drawn } from '../cost/drawn.js';

/** Adds to every draw the value times the weight; `step` is 0 where one weight holds for all draws. */
export function addWeighted(into: Float64Array, values: Drawn, weights: ArrayLike<number>, from: number, step: number): void {
  if (typeof values === 'number') for (let draw = 0, at = from; draw < into.length; draw += 1, at += step) into[draw] = (into[draw] ?? 0) + values * (weights[at] ?? 0);
  else for (let draw = 0, at = from; draw < into.length; draw += 1, at += step) into[draw] = (into[draw] ?? 0) + (values[draw] ?? 0) * (weights[at] ?? 0);
}
