import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type CostInput } from './cost-sheet.js';
import { triangular } from './triangular.js';

/** One row of inputs per draw, in the order of the sheet. */
export function drawInputs(inputs: readonly CostInput[], draws: number, seed: number): readonly Float64Array[] {
  const random = xoroshiro128plus(seed);
  const ranges = inputs.map(({ estimate: { value, low, high } }) => ({ mode: Number(value), low: Number(low ?? value), high: Number(high ?? value) }));
  return Array.from({ length: draws }, () =>
    Float64Array.from(ranges, ({ low, mode, high }) => (high > low ? triangular(uniformFloat64(random), low, mode, high) : mode)),
  );
}
