import { type Drawn } from '../cost/drawn.js';

/** Adds to every draw the value times the weight that the draw has; weights stand draw by draw, `step` apart. */
export function addWeighted(into: Float64Array, values: Drawn, weights: Float64Array, from: number, step: number): void {
  const column = typeof values === 'number' ? new Float64Array(into.length).fill(values) : values;
  for (let draw = 0, at = from; draw < into.length; draw += 1, at += step) into[draw] = (into[draw] ?? 0) + (column[draw] ?? 0) * (weights[at] ?? 0);
}
