import { interval, type Interval } from './interval.js';
import { idleExperts, type WeightBytes } from './weight-bytes.js';
import { type ParameterCount } from './count-parameters.js';

/** Weights whose size was read off the file. What one step reads is the share of parameters it needs. */
export function statedWeightBytes(resident: Interval, count: ParameterCount | null, activeShare: number): WeightBytes {
  if (count === null) return { resident, read: () => interval.scaled(resident, activeShare) };
  const unread = count.head === 0 ? 0 : count.embedding;
  return { resident, read: (concurrency) => interval.scaled(resident, (count.total - unread - idleExperts(count, concurrency)) / count.total) };
}
