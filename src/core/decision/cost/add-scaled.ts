import { type Drawn } from './drawn.js';

/** Adds to every draw the value times one factor. */
export function addScaled(into: Float64Array, factor: number, values: Drawn): void {
  const column = typeof values === 'number' ? new Float64Array(into.length).fill(values) : values;
  for (let draw = 0; draw < into.length; draw += 1) into[draw] = (into[draw] ?? 0) + factor * (column[draw] ?? 0);
}
