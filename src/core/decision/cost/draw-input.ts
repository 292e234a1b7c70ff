import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { streamSeed } from './stream-seed.js';
import { type CostInput } from './cost-sheet.js';
import { type Drawn } from './drawn.js';
import { triangular } from './triangular.js';
import { uniform } from './uniform.js';

/** The draws of one input. Every input has its own stream, named by its path, so that other inputs leave its draws as they were. */
export function drawInput({ path, estimate: { value, low, high } }: CostInput, draws: number, seed: number): Drawn {
  const [least, mode, most] = [Number(low ?? value), Number(value), Number(high ?? value)];
  if (most <= least) return mode;
  const column = new Float64Array(draws);
  const amountAt = triangular(least, mode, most);
  const random = xoroshiro128plus(streamSeed(seed, path));
  for (let draw = 0; draw < draws; draw += 1) column[draw] = amountAt(uniform(random));
  return column;
}
