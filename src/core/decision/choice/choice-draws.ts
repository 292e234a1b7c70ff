import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Drawn } from '../cost/drawn.js';
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
  /** Values of every option on every criterion, option by option. */
  values(scores: readonly (readonly DrawnScore[])[], draws: number): readonly Drawn[];
}

function drawCell(cell: DrawnScore, draws: number): Drawn {
  if (cell.kind === 'known' && cell.low === cell.high) return valueAt(cell.anchors, cell.mode) ?? NaN;
  const values = new Float64Array(draws);
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
  const cells = new Map<string, Drawn>();
  const kept = <Value>(made: Map<string, Value>, name: string, make: () => Value): Value => {
    const value = made.get(name) ?? make();
    made.set(name, value);
    return value;
  };
  return {
    weights: (space, elicited) => kept(weights, JSON.stringify([space.seed, space.draws, space.weightSpace, elicited]), () => drawWeightSpace(space, elicited)),
    values: (scores, draws) => scores.flat().map((cell) => kept(cells, nameOf(cell, draws), () => drawCell(cell, draws))),
  };
}
