import { type SmaaDraws } from './smaa-draws.js';
import { underDrawnWeights } from './worth-in-draws.js';

/** Share of the draws in which each option comes first, ties with it: of `smaa` the first ranks alone. */
export function firstRanks(drawn: SmaaDraws): readonly number[] {
  const worth = underDrawnWeights(drawn);
  const best = new Float64Array(drawn.draws).fill(-Infinity);
  for (const column of worth) for (let draw = 0; draw < best.length; draw += 1) if ((column[draw] ?? 0) > (best[draw] ?? 0)) best[draw] = column[draw] ?? 0;
  return worth.map((column) => {
    let first = 0;
    for (let draw = 0; draw < best.length; draw += 1) if (column[draw] === best[draw]) first += 1;
    return first / drawn.draws;
  });
}
