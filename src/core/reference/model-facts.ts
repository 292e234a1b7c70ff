import { z } from 'zod';
import { jurisdictionCode } from '../inventory/jurisdiction-code.js';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factConfidence } from './fact-confidence.js';
import { factRecord } from './fact-record.js';
import { factSource } from './fact-source.js';
import { partialDate } from './partial-date.js';

const detail = text(2_000).optional();
const alias = text(200);

const syntheticData = z.strictObject({
  generator: text(400),
  generatorModel: recordId.optional().describe('id of the generator in this catalogue'),
  generatorProvider: recordId.optional().describe('id of the provider whose service generated it'),
  terms: recordId.optional().describe('id of the licence record that governed the outputs'),
  detail,
  confidence: factConfidence,
  sources: z.array(factSource).min(1).max(10).optional(),
  noSource: text(300).optional(),
});

const baseModel = z.strictObject({ model: recordId, relation: z.enum(['finetune', 'adapter', 'merge', 'quantized', 'distilled']), detail });

const variable = {
  releaseDate: partialDate.optional(),
  parametersTotal: z.number().positive().optional(),
  parametersActive: z.number().positive().optional(),
  contextWindow: z.number().int().positive().optional(),
  licence: recordId.optional(),
  baseModels: z.array(baseModel).max(20).optional(),
};

const variant = z.strictObject({ ...variable, name: text(120), aliases: z.array(alias).min(1).max(20), detail });

/** A model as the catalogue knows it; a variant names what differs in one checkpoint of the same record. */
export const modelFacts = factRecord({
  ...variable,
  id: recordId,
  family: text(80),
  aliases: z.array(alias).max(40).optional().describe('hub repositories, API names and tags of registries, compared without case'),
  variants: z.array(variant).max(20).optional(),
  developer: text(160),
  developerCountry: jurisdictionCode.optional(),
  provider: recordId.optional().describe('the API of its own maker'),
  access: z.enum(['closed-api', 'open-weights', 'open-source']),
  architecture: z.enum(['dense', 'moe']).optional(),
  modalities: z.array(z.enum(['text', 'image', 'audio', 'video'])).min(1).max(4),
  weightsPublished: z.boolean(),
  trainingData: z.enum(['none', 'summary', 'full']).describe('how far the training data are disclosed'),
  trainingComputeFlop: z.number().positive().optional(),
  syntheticData: z.array(syntheticData).max(10).optional().describe('absent: none is disclosed'),
  mofClass: z.enum(['I', 'II', 'III', 'unclassified']).optional().describe('class under the Model Openness Framework; absent: not evaluated'),
}).meta({ id: 'ModelFacts' });
export type ModelFacts = z.infer<typeof modelFacts>;
