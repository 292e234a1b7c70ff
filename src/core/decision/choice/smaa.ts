import { addScaled } from '../cost/add-scaled.js';
import { type SmaaDraws } from './smaa-draws.js';
import { underDrawnWeights, worthInDraws } from './worth-in-draws.js';

export interface SmaaResult {
  /** Share of the draws in which each option takes each rank; ties share the better rank. */
  readonly rankAcceptability: readonly (readonly number[])[];
  /** Mean of the weights that put the option first; `null` where none does. */
  readonly centralWeights: readonly (readonly number[] | null)[];
  /** Share of the drawn values in which the option comes first under its own central weights; `null` where it has none. */
  readonly confidence: readonly (number | null)[];
  /** Share of the draws in which the row's option beats the column's, a tie counting half. */
  readonly pairwiseWinning: readonly (readonly number[])[];
}

const rowsOf = <Item>(count: number, row: (index: number) => Item): readonly Item[] => Array.from({ length: count }, (_, index) => row(index));

function confidenceOf(drawn: SmaaDraws, option: number, central: readonly number[]): number {
  const worth = worthInDraws(drawn, (into, values, criterion) => addScaled(into, central[criterion] ?? 0, values));
  const own = worth[option] ?? new Float64Array(0);
  let first = 0;
  for (let draw = 0; draw < drawn.draws; draw += 1) {
    let better = 0;
    for (const other of worth) if (!((other[draw] ?? 0) <= (own[draw] ?? 0))) better += 1;
    if (better === 0) first += 1;
  }
  return first / drawn.draws;
}

interface Counts {
  /** Options by ranks. */
  readonly ranked: Float64Array;
  /** Options by options: how often the row's beats the column's, and how often neither beats the other. */
  readonly beaten: Float64Array;
  readonly tied: Float64Array;
  /** Options by criteria: sum of the weights that put the option first. */
  readonly centre: Float64Array;
}

const increment = (counts: Float64Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

function count({ options, criteria, draws, weights }: SmaaDraws, worth: readonly Float64Array[]): Counts {
  const [ranked, beaten, tied] = [new Float64Array(options * options), new Float64Array(options * options), new Float64Array(options * options)];
  const centre = new Float64Array(options * criteria);
  const better = new Int32Array(options);
  const now = new Float64Array(options);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let option = 0; option < options; option += 1) now[option] = worth[option]?.[draw] ?? 0;
    better.fill(0);
    for (let option = 0; option < options; option += 1) {
      const own = now[option] ?? 0;
      for (let other = option + 1; other < options; other += 1) {
        const theirs = now[other] ?? 0;
        if (theirs > own) {
          better[option] = (better[option] ?? 0) + 1;
          increment(beaten, other * options + option);
        } else if (theirs < own) {
          better[other] = (better[other] ?? 0) + 1;
          increment(beaten, option * options + other);
        } else increment(tied, option * options + other);
      }
    }
    for (let option = 0; option < options; option += 1) {
      const rank = better[option] ?? 0;
      increment(ranked, option * options + rank);
      if (rank > 0) continue;
      for (let index = 0; index < criteria; index += 1) centre[option * criteria + index] = (centre[option * criteria + index] ?? 0) + (weights[draw * criteria + index] ?? 0);
    }
  }
  return { ranked, beaten, tied, centre };
}

/** SMAA-2 (Lahdelma and Salminen 2001; Tervonen and Figueira 2008) over given draws. */
export function smaa(drawn: SmaaDraws): SmaaResult {
  const { options, criteria, draws } = drawn;
  const { ranked, beaten, tied, centre } = count(drawn, underDrawnWeights(drawn));
  const centralWeights = rowsOf(options, (option) => {
    const first = ranked[option * options] ?? 0;
    return first === 0 ? null : rowsOf(criteria, (index) => (centre[option * criteria + index] ?? 0) / first);
  });
  const won = (option: number, other: number): number => (beaten[option * options + other] ?? 0) + (tied[Math.min(option, other) * options + Math.max(option, other)] ?? 0) / 2;
  return {
    rankAcceptability: rowsOf(options, (option) => rowsOf(options, (rank) => (ranked[option * options + rank] ?? 0) / draws)),
    centralWeights,
    confidence: centralWeights.map((central, option) => (central === null ? null : confidenceOf(drawn, option, central))),
    pairwiseWinning: rowsOf(options, (option) => rowsOf(options, (other) => (option === other ? 0 : won(option, other) / draws))),
  };
}
