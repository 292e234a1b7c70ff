import { interval, type Interval } from './interval.js';

/** `unknown` where the need is not known, or where it lies within the range of what the memory may be. */
export type FitVerdict = 'fits' | 'does-not-fit' | 'unknown';

export interface MemoryFit {
  readonly verdict: FitVerdict;
  readonly needed: Interval;
  readonly available: Interval;
  /** Bytes left over where it fits, bytes wanting where it does not; over the whole range of both. */
  readonly headroom: { readonly low: number; readonly value: number; readonly high: number };
}

export interface MemoryNeed {
  readonly weights: Interval;
  /** null: not known, so that only a shortfall without it can be told. */
  readonly keyValueCache: Interval | null;
  readonly activation: Interval;
  readonly overhead: Interval;
}

/** `weights + cache + activation + overhead <= memory * utilisation`, over all accelerators together, in bytes. */
export function fitMemory({ weights, keyValueCache, activation, overhead }: MemoryNeed, memory: Interval, utilisation: Interval): MemoryFit {
  const needed = interval.plus(weights, keyValueCache ?? interval.exactly(0), activation, overhead);
  const available = interval.times(memory, utilisation);
  const headroom = { low: available.low - needed.high, value: available.value - needed.value, high: available.high - needed.low };
  const verdict = headroom.high < 0 ? 'does-not-fit' : keyValueCache === null || headroom.low < 0 ? 'unknown' : 'fits';
  return { verdict, needed, available, headroom };
}
