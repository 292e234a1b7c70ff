import { z } from 'zod';
import { costCase } from './cost-case.js';
import { checkedClaim, costResult, shockedCosts } from './cost-result.js';

/** What `domicile cost --format json` prints: the results beside the inputs they came from. */
export const costReport = z.strictObject({
  schema: z.literal('domicile/cost-result/1'),
  engine: z.string(),
  title: z.string(),
  asOf: z.string(),
  inputHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  seed: z.int(),
  draws: z.int(),
  ...costResult.shape,
  shocks: z.array(shockedCosts).readonly(),
  claims: z.array(checkedClaim).readonly(),
  inputs: costCase,
});
export type CostReport = z.infer<typeof costReport>;
