import { z } from 'zod';
import { text } from './text.js';

const count = z.number().int().nonnegative().max(1_000_000_000);

/** What a model's `config.json` says of its shape; the sizing formulas read it. Counts are plain numbers, never millions. */
export const modelArchitecture = z
  .strictObject({
    type: text(100).optional().describe('model_type, such as llama'),
    layers: count.optional(),
    attentionHeads: count.optional(),
    keyValueHeads: count.optional(),
    headDimension: count.optional(),
    hiddenSize: count.optional(),
    intermediateSize: count.optional(),
    vocabularySize: count.optional(),
    experts: count.optional(),
    expertsPerToken: count.optional(),
    slidingWindow: count.optional(),
    tiedEmbeddings: z.boolean().optional(),
    dataType: text(40).optional().describe('torch_dtype, such as bfloat16'),
    quantisationMethod: text(60).optional(),
    quantisationBits: z.number().positive().max(64).optional(),
  })
  .meta({ id: 'ModelArchitecture' });
export type ModelArchitecture = z.infer<typeof modelArchitecture>;
