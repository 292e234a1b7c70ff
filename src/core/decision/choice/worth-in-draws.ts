import { type Drawn } from '../cost/drawn.js';
import { addWeighted } from './add-weighted.js';
import { type SmaaDraws } from './smaa-draws.js';

/** What every option is worth in every draw; `add` adds what one criterion makes of the drawn values. */
export function worthInDraws({ options, criteria, draws, values }: SmaaDraws, add: (into: Float64Array, drawn: Drawn, criterion: number) => void): readonly Float64Array[] {
  return Array.from({ length: options }, (_, option) => {
    const worth = new Float64Array(draws);
    for (let index = 0; index < criteria; index += 1) add(worth, values[option * criteria + index] ?? NaN, index);
    return worth;
  });
}

/** The same at the weights that each draw has. */
export const underDrawnWeights = (drawn: SmaaDraws): readonly Float64Array[] => worthInDraws(drawn, (into, values, criterion) => addWeighted(into, values, drawn.weights, criterion, drawn.criteria));
