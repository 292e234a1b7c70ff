import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Brings `items` into rising order of `of`; equal ones stay in the order they were in. */
function sortBy(of: ArrayLike<number>, items: Int32Array): void {
  for (let next = 1; next < items.length; next += 1) {
    const item = items[next] ?? 0;
    let place = next;
    while (place > 0 && (of[items[place - 1] ?? 0] ?? 0) > (of[item] ?? 0)) {
      items[place] = items[place - 1] ?? 0;
      place -= 1;
    }
    items[place] = item;
  }
}

/** Rearranges drawn vectors, each where it begins, so that they keep the order of the elicited weights; equal ones fall in random order. */
export function orderWeights(elicited: readonly number[]): (weights: Float64Array, at: number, random: RandomGenerator) => void {
  const drawn = new Float64Array(elicited.length);
  const [rising, order] = [new Int32Array(elicited.length), new Int32Array(elicited.length)];
  return (weights, at, random) => {
    for (let index = 0; index < order.length; index += 1) {
      rising[index] = order[index] = index;
      drawn[index] = weights[at + index] ?? 0;
    }
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = uniformInt(random, 0, last);
      const moved = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = moved;
    }
    sortBy(drawn, rising);
    sortBy(elicited, order);
    for (let place = 0; place < order.length; place += 1) weights[at + (order[place] ?? 0)] = drawn[rising[place] ?? 0] ?? 0;
  };
}
