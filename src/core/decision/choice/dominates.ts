/** Values of an option per criterion as ranges; a point has `low` equal to `high`, an unknown one reaches from 0 to 1. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether one option is at least as good on every criterion and better on one, whatever the true values within the ranges.
 * `strict` asks for better on every criterion.
 */
export function dominates(left: readonly ValueRange[], right: readonly ValueRange[], strict = false): boolean {
  const each = left.map((range, index) => ({ mine: range.low, theirs: right[index]?.high ?? Infinity }));
  if (strict) return each.every(({ mine, theirs }) => mine > theirs);
  return each.every(({ mine, theirs }) => mine >= theirs) && each.some(({ mine, theirs }) => mine > theirs);
}
