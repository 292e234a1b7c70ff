import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

const rate = z.number().positive().max(1e9).nullish();

/** A graphics card or other accelerator as sizing needs it. Rates are dense, never the sparse figures of advertisements. */
export const accelerator = z.strictObject({
  id: recordId,
  name: text().optional(),
  memory: z.strictObject({
    value: z.number().positive().max(1e6),
    unit: z.enum(['GB', 'GiB']).describe('as the vendor writes it; marketed GB often are GiB'),
    mib: z.number().positive().max(1e9).nullish().describe('MiB that the driver reports, which settle what the marketed figure means'),
  }),
  bandwidth: z.strictObject({ value: z.number().positive().max(1e6), unit: z.literal('GB/s') }),
  dense: z.strictObject({ fp16: rate, fp8: rate.describe('null or absent: no FP8 arithmetic is known'), int8: rate }).optional().describe('TFLOPS without sparsity'),
  kind: z.enum(['measured', 'quoted', 'derived', 'assumed']).default('quoted'),
  source: text(1_000),
});
export type Accelerator = z.infer<typeof accelerator>;
