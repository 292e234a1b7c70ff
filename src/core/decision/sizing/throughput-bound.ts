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

/**
 * Upper bound of arithmetic, in tokens per second: a multiplication and an addition for each parameter of a token,
 * at the dense peak rate of all accelerators (Kaplan et al. 2020, arXiv:2001.08361, section 2.1).
 */
export function arithmeticBound(teraflops: number, accelerators: number, parametersPerToken: number): number {
  return (accelerators * teraflops * 1e12) / (2 * parametersPerToken);
}

export interface SpreadModel {
  readonly split: Split;
  readonly accelerators: number;
  /** Of one accelerator, in bytes per second. */
  readonly bandwidth: number;
  readonly readBytes: (concurrency: number) => Interval;
  readonly cacheBytesPerSequence: Interval;
}

/**
 * Bound of a model spread over accelerators. Split by layers, one sequence keeps one accelerator busy at a time; several sequences
 * can keep all of them busy in a pipeline, each stage with its share of the sequences.
 */
export function spreadBound({ split, accelerators, bandwidth, readBytes, cacheBytesPerSequence }: SpreadModel, concurrency: number): Interval {
  const stages = split === 'layer' ? Math.min(accelerators, concurrency) : 1;
  const inStage = concurrency / stages;
  return interval.scaled(throughputBound(usableBandwidth(bandwidth, accelerators, split), readBytes(inStage), cacheBytesPerSequence, inStage), stages);
}
