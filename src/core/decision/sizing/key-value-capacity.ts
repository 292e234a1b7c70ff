/** Tokens that a cache of so many bytes holds when it is handed out in whole blocks. */
export function keyValueCapacity(cacheBytes: number, bytesPerToken: number, blockTokens: number): number {
  return Math.floor(cacheBytes / (bytesPerToken * blockTokens)) * blockTokens;
}
