import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { streamSeed } from '../cost/stream-seed.js';
import { type ChoiceInput } from './choice-input.js';
import { drawWeights } from './draw-weights.js';
import { orderWeights } from './order-weights.js';

export type WeightSpace = Pick<ChoiceInput, 'seed' | 'draws' | 'weightSpace'>;

/** All weight vectors of an analysis, one after the other: uniform over the simplex, or over the part of it that keeps the elicited order. */
export function drawWeightSpace({ seed, draws, weightSpace }: WeightSpace, elicited: readonly number[]): Float64Array {
  const random = xoroshiro128plus(streamSeed(seed, 'weights'));
  const count = elicited.length;
  const weights = new Float64Array(draws * count);
  const order = weightSpace === 'ordinal' ? orderWeights(elicited) : null;
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights, draw * count, count, random);
    order?.(weights, draw * count, random);
  }
  return weights;
}
