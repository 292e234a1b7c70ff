import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Rearranges one drawn vector so that it keeps the order of the elicited weights; equal ones fall in random order. */
export function orderWeights(weights: Float64Array, at: number, elicited: readonly number[], random: RandomGenerator): void {
  const drawn = weights.slice(at, at + elicited.length).sort().reverse();
  const order = elicited.map((weight, index) => ({ weight, index, toss: uniformInt(random, 0, 0x7fffffff) }));
  order.sort((left, right) => right.weight - left.weight || left.toss - right.toss || left.index - right.index);
  order.forEach(({ index }, place) => (weights[at + index] = drawn[place] ?? 0));
}
