/** Sequences that must run together before a claimed total rate is physically possible, from the bound of a single one; the cache is left out. */
export function minimumConcurrency(claimedTokensPerSecond: number, boundOfOne: number): number {
  return Math.max(1, Math.ceil(claimedTokensPerSecond / boundOfOne));
}
