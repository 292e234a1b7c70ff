import { Exact } from '../cost/exact.js';
import { interval, type Interval } from './interval.js';
import { type ParameterCount } from './count-parameters.js';
import { type WeightFormat } from './weight-format.js';

/** Bytes that weights take, and bytes that are read from memory to compute one step. */
export interface WeightBytes {
  /** All weights, every expert included. */
  readonly resident: Interval;
  /** Read for one step of `concurrency` sequences: without an input embedding of its own, and with the experts that some sequence needs. */
  readonly read: (concurrency: number) => Interval;
}

/**
 * Weights of a counted model: `parameters * bits / 8` where the whole file is in the format; else the layers at the bits of the format,
 * scales and zero points included, and the rest at its own (Lin et al. 2023, AWQ, arXiv:2306.00978).
 */
export function weightBytes(count: ParameterCount, format: WeightFormat): WeightBytes {
  const { bitsPerWeight: bits } = format;
  const spread = format.kind === 'whole-file' ? format.spread : 0;
  const restBits = format.kind === 'whole-file' ? bits : format.restBits;
  const inBytes = (linear: number, rest: number): Interval => {
    const value = (linear * bits + rest * restBits) / 8;
    return interval.between(value * (1 - spread), value, value * (1 + spread));
  };
  return {
    resident: inBytes(count.linear, count.embedding + count.head + count.rest),
    read: (concurrency) => inBytes(count.linear - idleExperts(count, concurrency), lookedUp(count) + count.rest),
  };
}

/** The output matrix is read whole; an input embedding of its own gives one row per token. */
const lookedUp = ({ head, embedding }: ParameterCount): number => (head === 0 ? embedding : head);

/** Weights of the experts that none of `concurrency` independent sequences is expected to need. */
export function idleExperts({ mixture }: ParameterCount, concurrency: number): number {
  if (mixture === null) return 0;
  const { experts, perToken, perExpert } = mixture;
  const idle = new Exact(experts - perToken).div(experts).pow(concurrency);
  return idle.times(experts).times(perExpert).toNumber();
}
