import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factConfidence } from './fact-confidence.js';
import { factSource } from './fact-source.js';
import { partialDate } from './partial-date.js';

const benchmark = z.strictObject({
  benchmark: text(120),
  score: z.number().optional().describe('absent: reported, without a figure that could be read'),
  unit: text(40),
  setting: text(300).optional(),
  variant: text(120).optional(),
  source: factSource.optional(),
  confidence: factConfidence,
  note: text(600).optional(),
});

const openness = z.enum(['open', 'partial', 'closed', '']);

const modelEvaluation = z.strictObject({
  model: recordId,
  benchmarks: z.array(benchmark).max(200).optional(),
  mof: z
    .strictObject({
      class: z.enum(['I', 'II', 'III', 'unclassified']),
      progress: z.strictObject({ I: z.number(), II: z.number(), III: z.number() }).optional().describe('percent of the required components of each class'),
      blocking: z.array(text(300)).max(20).optional(),
      computedFrom: text(400),
      asOf: partialDate,
      confidence: factConfidence,
    })
    .optional(),
  opennessIndex: z.strictObject({ scheme: text(120), record: text(200), asOf: partialDate, classes: z.record(text(60), openness) }).optional(),
});

/** Benchmark scores and openness evaluations by model. Scores are comparable only where benchmark and setting match. */
export const modelEvaluations = z.strictObject({ modelEvaluations: z.array(modelEvaluation).max(10_000) }).meta({ id: 'ModelEvaluations' });
export type ModelEvaluations = z.infer<typeof modelEvaluations>;
