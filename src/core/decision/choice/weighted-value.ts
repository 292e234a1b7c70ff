/** The weighted sum of an option's values. */
export function weightedValue(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? NaN) * (weights[index] ?? NaN);
  return sum;
}
