import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { uniform } from '../cost/uniform.js';

/**
 * Writes one vector of weights, uniform over the simplex, from `at` on: the spacings of sorted uniform numbers.
 * Adding and subtracting only, so that every engine draws the same bits.
 */
export function drawWeights(into: Float64Array, at: number, count: number, random: RandomGenerator): void {
  for (let index = 0; index < count - 1; index += 1) {
    const drawn = uniform(random);
    let place = at + index;
    while (place > at && (into[place - 1] ?? 0) > drawn) {
      into[place] = into[place - 1] ?? 0;
      place -= 1;
    }
    into[place] = drawn;
  }
  into[at + count - 1] = 1;
  for (let place = at + count - 1; place > at; place -= 1) into[place] = (into[place] ?? 0) - (into[place - 1] ?? 0);
}
