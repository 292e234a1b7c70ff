/**
 * Quantile of the triangular distribution on [low, high] with its mode at `mode`, for `u` in [0, 1).
 * Only square roots, which IEEE 754 rounds correctly, so every engine gives the same bits.
 */
export function triangular(u: number, low: number, mode: number, high: number): number {
  if (high <= low) return mode;
  const rise = (mode - low) / (high - low);
  const drawn = u < rise ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  return Math.min(high, Math.max(low, drawn));
}
