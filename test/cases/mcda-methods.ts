/** Methods that serve as a second opinion in tests only; the product does not use them for its verdict. */
type Matrix = readonly (readonly number[])[];

const column = (matrix: Matrix, index: number): readonly number[] => matrix.map((row) => row[index] ?? NaN);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const columns = (matrix: Matrix): readonly (readonly number[])[] => (matrix[0] ?? []).map((_, index) => column(matrix, index));
const at = (numbers: readonly number[], index: number): number => numbers[index] ?? NaN;
const transpose = (matrix: Matrix): Matrix => columns(matrix);

export const minMax = (matrix: Matrix, types: readonly number[]): Matrix =>
  transpose(
    columns(matrix).map((numbers, index) => {
      const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
      return numbers.map((number) => (at(types, index) > 0 ? (number - low) / (high - low) : (high - number) / (high - low)));
    }),
  );

export function topsis(matrix: Matrix, weights: readonly number[], types: readonly number[], vectorNorm = true): readonly number[] {
  const weighted = columns(matrix).map((numbers, index) => {
    const norm = vectorNorm ? Math.sqrt(sum(numbers.map((number) => number * number))) : 1;
    return numbers.map((number) => (number / norm) * at(weights, index));
  });
  const best = weighted.map((numbers, index) => (at(types, index) > 0 ? Math.max(...numbers) : Math.min(...numbers)));
  const worst = weighted.map((numbers, index) => (at(types, index) > 0 ? Math.min(...numbers) : Math.max(...numbers)));
  const away = (row: number, from: readonly number[]): number => Math.sqrt(sum(weighted.map((numbers, index) => (at(numbers, row) - at(from, index)) ** 2)));
  return matrix.map((_, row) => away(row, worst) / (away(row, worst) + away(row, best)));
}

export function vikor(matrix: Matrix, weights: readonly number[], types: readonly number[], share: number) {
  const regret = minMax(matrix, types).map((row) => row.map((value, index) => at(weights, index) * (1 - value)));
  const [group, worst] = [regret.map(sum), regret.map((row) => Math.max(...row))];
  const scaled = (numbers: readonly number[], row: number): number => (at(numbers, row) - Math.min(...numbers)) / (Math.max(...numbers) - Math.min(...numbers));
  return { S: group, R: worst, Q: matrix.map((_, row) => share * scaled(group, row) + (1 - share) * scaled(worst, row)) };
}

export const prometheeNetFlow = (matrix: Matrix, weights: readonly number[], types: readonly number[]): readonly number[] =>
  matrix.map((row, own) => {
    const preferred = (left: readonly number[], right: readonly number[]): number => sum(left.map((value, index) => ((value - at(right, index)) * at(types, index) > 0 ? at(weights, index) : 0)));
    return sum(matrix.map((other, index) => (index === own ? 0 : preferred(row, other) - preferred(other, row)))) / (matrix.length - 1);
  });

/** Weighted sum after turning costs into 1/x and dividing columns and weights by their sums. */
export function weightedSumByReciprocal(matrix: Matrix, weights: readonly number[], types: readonly number[]): readonly number[] {
  const shares = columns(matrix).map((numbers, index) => {
    const good = numbers.map((number) => (at(types, index) > 0 ? number : 1 / number));
    return good.map((number) => number / sum(good));
  });
  return matrix.map((_, row) => sum(shares.map((numbers, index) => (at(numbers, row) * at(weights, index)) / sum(weights))));
}

export function waspas(matrix: Matrix, weights: readonly number[], types: readonly number[], share: number): readonly number[] {
  const good = columns(matrix).map((numbers, index) => numbers.map((number) => (at(types, index) > 0 ? number / Math.max(...numbers) : Math.min(...numbers) / number)));
  return matrix.map((_, row) => {
    const added = sum(good.map((numbers, index) => at(numbers, row) * at(weights, index)));
    const multiplied = good.reduce((product, numbers, index) => product * at(numbers, row) ** at(weights, index), 1);
    return share * added + (1 - share) * multiplied;
  });
}

/** Weighted distance from the expected solution point, each divided by the width between its bounds. */
export const spotis = (matrix: Matrix, weights: readonly number[], bounds: Matrix, point: readonly number[]): readonly number[] =>
  matrix.map((row) => sum(row.map((value, index) => (at(weights, index) * Math.abs(value - at(point, index))) / Math.abs(at(bounds[index] ?? [], 1) - at(bounds[index] ?? [], 0)))));

export function electre(matrix: Matrix, weights: readonly number[], types: readonly number[]) {
  const shares = transpose(columns(matrix).map((numbers) => numbers.map((number) => number / sum(numbers))));
  const spread = Math.max(...columns(shares).map((numbers) => Math.max(...numbers) - Math.min(...numbers)));
  const each = (cell: (left: readonly number[], right: readonly number[]) => number): Matrix => shares.map((left, row) => shares.map((right, other) => (row === other ? NaN : cell(left, right))));
  const ahead = (left: readonly number[], right: readonly number[], index: number): number => (at(left, index) - at(right, index)) * at(types, index);
  const concordance = each((left, right) => sum(left.map((_, index) => (ahead(left, right, index) >= 0 ? at(weights, index) : 0))));
  const discordance = each((left, right) => Math.max(...left.map((_, index) => Math.max(0, -ahead(left, right, index)))) / spread);
  return { concordance, discordance };
}

/** Options no other outranks. */
export const electreKernel = ({ concordance, discordance }: ReturnType<typeof electre>, least: number, most: number): readonly number[] =>
  concordance.flatMap((_, option) => (concordance.some((row, other) => other !== option && at(row, option) >= least && at(discordance[other] ?? [], option) <= most) ? [] : [option]));

export function entropyWeights(matrix: Matrix): readonly number[] {
  const diversity = columns(matrix).map((numbers) => 1 + sum(numbers.map((number) => (number / sum(numbers)) * Math.log(number / sum(numbers)))) / Math.log(numbers.length));
  return diversity.map((part) => part / sum(diversity));
}

export function criticWeights(matrix: Matrix, types: readonly number[]): readonly number[] {
  const scaled = columns(minMax(matrix, types));
  const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
  const spread = (left: readonly number[], right: readonly number[]): number => sum(left.map((number, index) => (number - mean(left)) * (at(right, index) - mean(right))));
  const information = scaled.map((own) => Math.sqrt(spread(own, own) / (own.length - 1)) * sum(scaled.map((other) => 1 - spread(own, other) / Math.sqrt(spread(own, own) * spread(other, other)))));
  return information.map((part) => part / sum(information));
}

/** AHP in distributive mode: every column divided by its sum. */
export const distributiveAhp = (matrix: Matrix): readonly number[] => {
  const shares = columns(matrix).map((numbers) => numbers.map((number) => number / sum(numbers)));
  return matrix.map((_, row) => sum(shares.map((numbers) => at(numbers, row))) / shares.length);
};

/** Base-free entropy of the ranking distribution over whole orders, in bits. */
export function rankingEntropy(orders: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const order of orders) counts.set(order, (counts.get(order) ?? 0) + 1);
  return -sum([...counts.values()].map((count) => (count / orders.length) * Math.log2(count / orders.length)));
}

/** SMAA-2 as its definition reads: every draw ranks the options by the sum of weight times value. `drawn` holds options by criteria, draw by draw. */
export function smaaByDefinition(drawn: readonly Matrix[], weights: Matrix) {
  const options = (drawn[0] ?? []).map((_, option) => option);
  const worth = (values: Matrix, weighting: readonly number[]): readonly number[] => values.map((row) => sum(row.map((value, index) => value * at(weighting, index))));
  const rank = (worths: readonly number[], option: number): number => worths.filter((other) => other > at(worths, option)).length;
  const share = (holds: (worths: readonly number[]) => number): number => sum(drawn.map((values, draw) => holds(worth(values, weights[draw] ?? [])))) / drawn.length;
  const centralWeights = options.map((option) => {
    const first = weights.filter((weighting, draw) => rank(worth(drawn[draw] ?? [], weighting), option) === 0);
    return first.length === 0 ? null : columns(first).map((numbers) => sum(numbers) / first.length);
  });
  return {
    rankAcceptability: options.map((option) => options.map((place) => share((worths) => (rank(worths, option) === place ? 1 : 0)))),
    centralWeights,
    confidence: centralWeights.map((central, option) => (central === null ? null : drawn.filter((values) => rank(worth(values, central), option) === 0).length / drawn.length)),
    pairwiseWinning: options.map((option) => options.map((other) => (option === other ? 0 : share((worths) => (Math.sign(at(worths, option) - at(worths, other)) + 1) / 2)))),
  };
}
