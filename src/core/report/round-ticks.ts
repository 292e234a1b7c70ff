/**
 * Two to nine round numbers of equal distance (1, 2 or 5 times a power of ten) that enclose a range.
 * A range narrower than a thousandth of its end is drawn as wide as that, so that labels stay short and apart.
 */
export function roundTicks(from: number, to: number): readonly number[] {
  const width = Math.max(to - from, Math.abs(to) * 1e-3, 1e-9);
  const exponent = Math.floor(Math.log10(width / 5));
  const factor = [1, 2, 5].find((candidate) => width / (candidate * 10 ** exponent) <= 6) ?? 10;
  // A division by a whole number is exact where the result is; a product with 0.000005 is not.
  const times = (count: number) =>
    exponent < 0 ? (count * factor) / 10 ** -exponent : count * factor * 10 ** exponent;
  const steps = (value: number) =>
    exponent < 0 ? (value * 10 ** -exponent) / factor : value / (factor * 10 ** exponent);
  const first = Math.floor(steps(from));
  const last = Math.max(Math.ceil(steps(to)), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => times(first + index));
}
