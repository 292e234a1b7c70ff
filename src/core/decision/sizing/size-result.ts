import { z } from 'zod';
import { text } from '../../inventory/text.js';

const number = z.number().nullable();
const amount = z
  .strictObject({
    value: number,
    unit: text(40),
    low: number,
    high: number,
    kind: z.enum(['measured', 'quoted', 'derived', 'assumed']),
    source: z.string().max(2_000),
    unknown: text(1_000).optional().describe('what is wanting, where there is no value'),
  })
  .meta({ id: 'SizeQuantity' });

const judgedMeasurement = z.strictObject({
  tokensPerSecond: amount,
  bound: amount,
  bandwidthUse: amount,
  verdict: z.enum(['plausible', 'impossible', 'unknown']).describe('impossible: above the physical bound, so it is rejected'),
});

/** The output of `domicile size`: results beside the inputs they came from. A number that cannot be given has no value and says why. */
export const sizeResult = z
  .strictObject({
    schema: z.literal('domicile/size-result/1'),
    name: text(),
    inputs: z.record(z.string(), amount),
    model: z.strictObject({ family: z.string(), parameters: amount, activeParameters: amount, weightFormat: z.string().nullable(), cacheFormula: z.enum(['holds', "needs the engine's log"]) }),
    weights: z.strictObject({ resident: amount, readPerStep: amount }),
    keyValueCache: z.strictObject({ perToken: amount, total: amount, tokensThatFit: amount }),
    memory: z.strictObject({ needed: amount, available: amount, headroom: amount, verdict: z.enum(['fits', 'does-not-fit', 'unknown']) }),
    throughput: z.strictObject({ boundOfOne: amount, boundOfAll: amount, estimate: amount }),
    capacity: z.strictObject({ perInstance: amount, instances: amount }).nullable(),
    measurements: z.array(judgedMeasurement),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'SizeResult' });
export type SizeResult = z.infer<typeof sizeResult>;
