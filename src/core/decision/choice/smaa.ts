/** Drawn values and weights. `values` holds, draw by draw, option by option, one number per criterion; a single draw serves every weight. */
export interface SmaaDraws {
  readonly options: number;
  readonly criteria: number;
  readonly draws: number;
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

export interface SmaaResult {
  /** Share of the draws in which each option takes each rank; ties share the better rank. */
  readonly rankAcceptability: readonly (readonly number[])[];
  /** Mean of the weights that put the option first; `null` where none does. */
  readonly centralWeights: readonly (readonly number[] | null)[];
  /** Share of the drawn values in which the option comes first under its own central weights; `null` where it has none or it was left out. */
  readonly confidence: readonly (number | null)[];
  /** Share of the draws in which the row's option beats the column's, a tie counting half. */
  readonly pairwiseWinning: readonly (readonly number[])[];
}

const rowsOf = <Item>(count: number, row: (index: number) => Item): readonly Item[] => Array.from({ length: count }, (_, index) => row(index));

function utilities({ options, criteria, values, weights, draws }: SmaaDraws, draw: number, into: Float64Array, weightsAt = draw * criteria, from: Float64Array = weights): void {
  const start = values.length === options * criteria && draws > 0 ? 0 : draw * options * criteria;
  for (let option = 0; option < options; option += 1) {
    let sum = 0;
    const base = start + option * criteria;
    for (let index = 0; index < criteria; index += 1) sum += (values[base + index] ?? 0) * (from[weightsAt + index] ?? 0);
    into[option] = sum;
  }
}

function confidenceOf(drawn: SmaaDraws, option: number, central: readonly number[]): number {
  const weights = Float64Array.from(central);
  const worth = new Float64Array(drawn.options);
  const scored = drawn.values.length / (drawn.options * drawn.criteria);
  let first = 0;
  for (let draw = 0; draw < scored; draw += 1) {
    utilities(drawn, draw, worth, 0, weights);
    const own = worth[option] ?? 0;
    if (worth.every((other) => other <= own)) first += 1;
  }
  return first / scored;
}

/** SMAA-2 (Lahdelma and Salminen 2001; Tervonen and Figueira 2008) over given draws; confidence factors cost a second pass and may be left out. */
export function smaa(drawn: SmaaDraws, withConfidence = true): SmaaResult {
  const { options, criteria, draws, weights } = drawn;
  const [ranked, beaten, tied] = [new Float64Array(options * options), new Float64Array(options * options), new Float64Array(options * options)];
  const centre = new Float64Array(options * criteria);
  const worth = new Float64Array(options);
  for (let draw = 0; draw < draws; draw += 1) {
    utilities(drawn, draw, worth);
    for (let option = 0; option < options; option += 1) {
      const own = worth[option] ?? 0;
      let rank = 0;
      for (let other = 0; other < options; other += 1) {
        const theirs = worth[other] ?? 0;
        const cell = option * options + other;
        if (theirs > own) rank += 1;
        else if (theirs < own) beaten[cell] = (beaten[cell] ?? 0) + 1;
        else if (other !== option) tied[cell] = (tied[cell] ?? 0) + 1;
      }
      ranked[option * options + rank] = (ranked[option * options + rank] ?? 0) + 1;
      if (rank > 0) continue;
      for (let index = 0; index < criteria; index += 1) centre[option * criteria + index] = (centre[option * criteria + index] ?? 0) + (weights[draw * criteria + index] ?? 0);
    }
  }
  const centralWeights = rowsOf(options, (option) => {
    const first = ranked[option * options] ?? 0;
    return first === 0 ? null : rowsOf(criteria, (index) => (centre[option * criteria + index] ?? 0) / first);
  });
  return {
    rankAcceptability: rowsOf(options, (option) => rowsOf(options, (rank) => (ranked[option * options + rank] ?? 0) / draws)),
    centralWeights,
    confidence: centralWeights.map((central, option) => (central === null || !withConfidence ? null : confidenceOf(drawn, option, central))),
    pairwiseWinning: rowsOf(options, (option) => rowsOf(options, (other) => (option === other ? 0 : ((beaten[option * options + other] ?? 0) + (tied[option * options + other] ?? 0) / 2) / draws))),
  };
}
