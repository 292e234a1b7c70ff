import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { triangular } from '../cost/triangular.js';
import { uniform } from '../cost/uniform.js';
import { drawWeightSpace, type WeightSpace } from './draw-weight-space.js';
import { valueAt } from './value-at.js';
import { type ValueFunction } from './value-function.js';
import { valueOn } from './value-on.js';

/** A score ready to be drawn: known to a range on its anchors, or unknown, which is any value from 0 to 1. */
export type DrawnScore =
  | { readonly kind: 'unknown'; readonly seed: number }
  | { readonly kind: 'known'; readonly low: number; readonly mode: number; readonly high: number; readonly anchors: ValueFunction; readonly seed: number };

/** The draws of one case. Those asked for before are kept, so that a case run again under shocks draws only what changed. */
export interface ChoiceDraws {
  weights(space: WeightSpace, elicited: readonly number[]): Float64Array;
  /** Values of every option on every criterion, draw by draw; a single draw stands for all where nothing is uncertain. */
  values(scores: readonly (readonly DrawnScore[])[], draws: number): Float64Array;
}

function drawCell(cell: DrawnScore, draws: number): Float64Array {
  const values = new Float64Array(draws);
  if (cell.kind === 'known' && cell.low === cell.high) return values.fill(valueAt(cell.anchors, cell.mode) ?? NaN);
  const random = xoroshiro128plus(cell.seed);
  if (cell.kind === 'unknown') return values.map(() => uniform(random));
  const [scoreAt, valueOf] = [triangular(cell.low, cell.mode, cell.high), valueOn(cell.anchors)];
  for (let draw = 0; draw < draws; draw += 1) values[draw] = valueOf(scoreAt(uniform(random)));
  return values;
}

const nameOf = (cell: DrawnScore, draws: number): string => (cell.kind === 'unknown' ? `${draws}/${cell.seed}` : `${draws}/${cell.seed}/${cell.low}/${cell.mode}/${cell.high}/${JSON.stringify(cell.anchors)}`);

/** Draws that remember. */
export function choiceDraws(): ChoiceDraws {
  const weights = new Map<string, Float64Array>();
  const cells = new Map<string, Float64Array>();
  const kept = (made: Map<string, Float64Array>, name: string, make: () => Float64Array): Float64Array => {
    const column = made.get(name) ?? make();
    made.set(name, column);
    return column;
  };
  return {
    weights: (space, elicited) => kept(weights, JSON.stringify([space.seed, space.draws, space.weightSpace, elicited]), () => drawWeightSpace(space, elicited)),
    values: (scores, draws) => {
      const flat = scores.flat();
      const rounds = flat.every((cell) => cell.kind === 'known' && cell.low === cell.high) ? 1 : draws;
      const values = new Float64Array(rounds * flat.length);
      flat.forEach((cell, place) => {
        const column = kept(cells, nameOf(cell, rounds), () => drawCell(cell, rounds));
        for (let draw = 0; draw < rounds; draw += 1) values[draw * flat.length + place] = column[draw] ?? NaN;
      });
      return values;
    },
  };
}
