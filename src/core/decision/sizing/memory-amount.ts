import { z } from 'zod';

const bytesPerUnit = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KiB: 1024, MiB: 1_048_576, GiB: 1_073_741_824, TiB: 1_099_511_627_776 } as const;

/** An amount of memory in a decimal unit (GB = 10^9 bytes) or a binary one (GiB = 2^30 bytes); the two are never mixed up. */
export const memoryAmount = z.strictObject({
  value: z.number().positive().max(1e15),
  unit: z.enum(['B', 'kB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB']).describe('GB is 10^9 bytes, GiB is 2^30 bytes'),
});
export type MemoryAmount = z.infer<typeof memoryAmount>;

export function bytesOf({ value, unit }: MemoryAmount): number {
  return value * bytesPerUnit[unit];
}
