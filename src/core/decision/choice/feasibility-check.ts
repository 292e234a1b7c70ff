import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

/** Whether an option can be run at all: memory fit, throughput bound, latency objective. A failure shows its shortfall. */
export const feasibilityCheck = z.strictObject({
  check: recordId,
  verdict: z.enum(['pass', 'fail', 'unknown']),
  because: text(500),
  shortfall: z.strictObject({ value: z.number().min(0), unit: z.enum(['bytes', 'tokens/s', 'ms']) }).optional(),
});
export type FeasibilityCheck = z.infer<typeof feasibilityCheck>;
