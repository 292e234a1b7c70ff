/** Rank of each number, the greatest first; numbers within `tie` of each other share a rank. */
export function ranks(numbers: readonly number[], tie: number): readonly number[] {
  return numbers.map((own) => 1 + numbers.filter((other) => other > own + tie).length);
}
