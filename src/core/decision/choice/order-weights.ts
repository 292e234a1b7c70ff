import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Rearranges one drawn vector so that it keeps the order of the elicited weights; equal ones fall in random order. */
export function orderWeights(weights: Float64Array, at: number, elicited: readonly number[], random: RandomGenerator): void {
  const drawn = weights.slice(at, at + elicited.length).sort();
  const order = elicited.map((_, index) => index);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  order.sort((left, right) => (elicited[left] ?? 0) - (elicited[right] ?? 0));
  order.forEach((index, place) => (weights[at + index] = drawn[place] ?? 0));
}
