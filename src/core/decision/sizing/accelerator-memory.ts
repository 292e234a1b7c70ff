import { bytesOf } from './memory-amount.js';
import { interval, type Interval } from './interval.js';
import { type Accelerator } from './accelerator.js';

const roundingOfTwoDigits = 0.0005;

/** Bytes of memory of one accelerator, or what is contradictory about them. */
export type AcceleratorMemory = { readonly bytes: Interval; readonly doubt?: string } | { readonly problem: string };

/**
 * What the driver reports settles the matter. Without it a marketed GB may be 10^9 or 2^30 bytes, and both are carried:
 * cards sold as 80 GB report 81920 MiB, others clearly less than they are sold as.
 */
export function acceleratorMemory({ id, memory: { value, unit, mib } }: Accelerator): AcceleratorMemory {
  const decimal = bytesOf({ value, unit: 'GB' });
  const binary = bytesOf({ value, unit: 'GiB' });
  const mistaken = unit === 'GiB' ? decimalTakenForBinary(value) : undefined;
  if (mistaken !== undefined) return { problem: `accelerator '${id}' has ${value} GiB of memory, which looks like ${mistaken} GiB counted in GB; write ${mistaken} GiB, or add the MiB that the driver reports` };
  if (mib == null) return unit === 'GiB' ? { bytes: interval.exactly(binary) } : { bytes: interval.between(decimal, decimal, binary), doubt: `accelerator '${id}' is sold with ${value} GB, which may be 10^9 or 2^30 bytes each; add the MiB that the driver reports` };
  const reported = bytesOf({ value: mib, unit: 'MiB' });
  if (reported < 0.85 * decimal || reported > 1.01 * binary) return { problem: `accelerator '${id}' has ${value} ${unit} of memory, but its driver reports ${mib} MiB; correct one of the two` };
  return { bytes: interval.exactly(reported) };
}

/** The even number of GiB that `value` GiB would be if they were GB: 80 for 85.9, 32 for 34.36. */
function decimalTakenForBinary(value: number): number | undefined {
  if (Number.isInteger(value)) return undefined;
  const inBinary = bytesOf({ value, unit: 'GB' }) / bytesOf({ value: 1, unit: 'GiB' });
  const whole = 2 * Math.round(inBinary / 2);
  return whole > 0 && Math.abs(inBinary - whole) < whole * roundingOfTwoDigits ? whole : undefined;
}
