/** Four to eight round numbers of equal distance (1, 2 or 5 times a power of ten) that enclose a range. */
export function roundTicks(from: number, to: number): readonly number[] {
  const width = Math.max(to - from, Math.abs(to) * 1e-6, 1e-9);
  const power = 10 ** Math.floor(Math.log10(width / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => width / candidate <= 6) ?? 10 * power;
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
