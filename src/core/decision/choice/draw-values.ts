import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { triangular } from '../cost/triangular.js';
import { valueAt } from './value-at.js';
import { type ValueFunction } from './value-function.js';

/** A score ready to be drawn: known to a range on its anchors, or unknown, which is any value from 0 to 1. */
export type DrawnScore =
  | { readonly kind: 'unknown'; readonly seed: number }
  | { readonly kind: 'known'; readonly low: number; readonly mode: number; readonly high: number; readonly anchors: ValueFunction; readonly seed: number };

/** Values of every option on every criterion, draw by draw. Where nothing is uncertain a single draw stands for all. */
export function drawValues(scores: readonly (readonly DrawnScore[])[], draws: number): Float64Array {
  const cells = scores.flat();
  const rounds = cells.every((cell) => cell.kind === 'known' && cell.low === cell.high) ? 1 : draws;
  const values = new Float64Array(rounds * cells.length);
  cells.forEach((cell, place) => {
    if (cell.kind === 'known' && cell.low === cell.high) {
      const value = valueAt(cell.anchors, cell.mode) ?? NaN;
      for (let draw = 0; draw < rounds; draw += 1) values[draw * cells.length + place] = value;
      return;
    }
    const random = xoroshiro128plus(cell.seed);
    for (let draw = 0; draw < rounds; draw += 1) {
      const uniform = uniformFloat64(random);
      values[draw * cells.length + place] = cell.kind === 'unknown' ? uniform : (valueAt(cell.anchors, triangular(uniform, cell.low, cell.mode, cell.high)) ?? NaN);
    }
  });
  return values;
}
