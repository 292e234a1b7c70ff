import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Values at which readers of lengths and counts go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff];

/** Damages a copy: bytes flipped or set to an edge, a part cut out, doubled or overwritten with 0xff, the end cut off. */
export function mutateBytes(bytes: Buffer, random: RandomGenerator): Buffer {
  const below = (limit: number): number => (limit <= 1 ? 0 : uniformInt(random, 0, limit - 1));
  let mutated = Buffer.from(bytes);
  for (let changes = 1 + below(4); changes > 0; changes -= 1) {
    const at = below(mutated.length);
    const length = Math.min(mutated.length - at, 1 + below(16));
    switch (below(6)) {
      case 0: mutated[at] = (mutated[at] ?? 0) ^ (1 << below(8)); break;
      case 1: mutated[at] = edges[below(edges.length)] ?? 0; break;
      case 2: mutated = mutated.subarray(0, at); break;
      case 3: mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + length)]); break;
      case 4: mutated = Buffer.concat([mutated.subarray(0, at + length), mutated.subarray(at)]); break;
      default: mutated.fill(0xff, at, at + length);
    }
  }
  return Buffer.from(mutated);
}
