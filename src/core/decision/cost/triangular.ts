/**
 * Quantile function of the triangular distribution on [low, high] with its mode at `mode`: takes `u` in [0, 1).
 * Only square roots, which IEEE 754 rounds correctly, so every engine gives the same bits.
 */
export function triangular(low: number, mode: number, high: number): (u: number) => number {
  if (high <= low) return () => mode;
  const rise = (mode - low) / (high - low);
  const [up, down] = [(high - low) * (mode - low), (high - low) * (high - mode)];
  return (u) => {
    const drawn = u < rise ? low + Math.sqrt(u * up) : high - Math.sqrt((1 - u) * down);
    return drawn < low ? low : drawn > high ? high : drawn;
  };
}
