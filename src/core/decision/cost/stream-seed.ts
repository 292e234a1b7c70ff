/**
 * Seed of an independent stream of draws by name (FNV-1a, 32 bits). Each option and criterion has its own stream, so that adding, removing
 * or reordering others leaves its draws as they were.
 */
export function streamSeed(seed: number, ...names: readonly string[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash | 0;
}
