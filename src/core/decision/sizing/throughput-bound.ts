import { interval, type Interval } from './interval.js';

/** How a model is spread over accelerators: layers one after the other, or each layer over all of them. */
export type Split = 'single' | 'layer' | 'tensor-parallel';

/** Memory bandwidth that one step can use, in bytes per second: layers split in sequence read from one accelerator at a time. */
export function usableBandwidth(bytesPerSecond: number, accelerators: number, split: Split): number {
  return split === 'tensor-parallel' ? accelerators * bytesPerSecond : bytesPerSecond;
}

/**
 * Upper bound of decoding for `concurrency` sequences together, in tokens per second: each step reads the weights once and every cache.
 * With one sequence it is `bandwidth / (weights + cache)`. No engine passes it; speculative decoding is outside the model.
 */
export function throughputBound(bandwidth: number, readBytes: Interval, cacheBytesPerSequence: Interval, concurrency: number): Interval {
  const perStep = interval.plus(readBytes, interval.scaled(cacheBytesPerSequence, concurrency));
  return interval.over(interval.exactly(concurrency * bandwidth), perStep);
}
