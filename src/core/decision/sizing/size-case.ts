import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';
import { accelerator } from './accelerator.js';
import { memoryAmount } from './memory-amount.js';
import { statedNumber } from './stated-number.js';

const statedBytes = memoryAmount.extend({ kind: z.enum(['measured', 'quoted', 'derived', 'assumed']), source: text(1_000) });
const tokens = (most: number) => z.number().int().min(0).max(most);

const model = z
  .strictObject({
    config: text(1_000).optional().describe("path of the model's config.json, relative to this file"),
    parameters: statedNumber(1, 1e15).optional().describe('all of them, plain numbers and never millions; counted from the configuration where absent'),
    activeParameters: statedNumber(1, 1e15).optional().describe('needed for one token by a mixture of experts'),
    attentionHeads: z.number().int().min(1).max(1e6).optional().describe('where there is no configuration'),
  })
  .refine(({ config, parameters }) => config !== undefined || parameters !== undefined, 'a model needs its config.json or its parameters; write config or parameters');

const weights = z.strictObject({
  format: z.string().regex(/^[A-Za-z0-9_]{1,20}$/).optional().describe('such as Q4_K_M, AWQ, GPTQ, FP8, BF16; read from the configuration where absent'),
  bits: z.number().positive().max(64).optional(),
  groupSize: z.number().int().positive().max(65_536).optional(),
  file: statedBytes.optional().describe('size of the weight files together, where it is known'),
});

const keyValueCache = z.strictObject({
  bits: z.number().positive().max(64).optional().describe('of one number; 16 where absent'),
  bytesPerToken: statedNumber(1, 1e12).optional().describe("from the engine's log, where the formula does not hold"),
});

const hardware = z.strictObject({
  accelerator: z.union([recordId, accelerator]).describe('id of a reference fact, or the accelerator itself'),
  count: z.number().int().min(1).max(100_000),
  split: z.enum(['single', 'layer', 'tensor-parallel']).describe('layer: one after the other; tensor-parallel: each layer over all'),
  memoryUtilisation: statedNumber(0.01, 1).optional(),
});

const demand = z.strictObject({
  tokensPerMonth: statedNumber(0, 1e18).optional(),
  peakTokensPerSecond: statedNumber(0, 1e12).optional(),
  hoursPerMonth: statedNumber(1, 744).describe('hours in a month that the instance serves; sources use 176, 720, 730 and 740'),
  utilisation: statedNumber(0.001, 1).describe('share of those hours under full load'),
  spareInstance: z.boolean().describe('one more instance than needed, so that the loss of one is borne (N+1)'),
});

const measurement = z.strictObject({
  tokensPerSecond: z.number().positive().max(1e12).describe('of all sequences together'),
  concurrentRequests: z.number().int().min(1).max(1e7),
  contextTokens: tokens(1e10).optional().describe('0 where absent, which makes the bound as wide as it can be'),
  source: text(1_000),
});

/** The input of `domicile size`: a model, how its weights are stored, the accelerators, and the load they are to bear. */
export const sizeCase = z
  .strictObject({
    schema: z.literal('domicile/size-case/1'),
    name: text(),
    model,
    weights: weights.optional(),
    keyValueCache: keyValueCache.optional(),
    memory: z.strictObject({ activation: statedBytes.optional(), overhead: statedBytes.optional() }).optional(),
    hardware,
    workload: z.strictObject({ contextTokens: tokens(1e10), concurrentRequests: z.number().int().min(1).max(1e7) }),
    demand: demand.optional(),
    bandwidthUse: statedNumber(0.001, 1).optional().describe('share of the bound that is reached in practice'),
    measurements: z.array(measurement).max(1_000).optional(),
  })
  .refine(({ hardware: { split, count } }) => split !== 'single' || count === 1, { path: ['hardware', 'split'], message: "'single' goes with one accelerator; write layer or tensor-parallel for more" })
  .meta({ id: 'SizeCase' });
export type SizeCase = z.infer<typeof sizeCase>;
