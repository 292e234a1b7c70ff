import { type Split } from './throughput-bound.js';

/** How often the cache is kept in all: more accelerators than key-value heads each need a head of their own. */
export function cacheCopies(keyValueHeads: number, accelerators: number, split: Split): number {
  return split === 'tensor-parallel' ? Math.max(1, accelerators / keyValueHeads) : 1;
}
