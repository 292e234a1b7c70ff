import { z } from 'zod';
import { bomParts } from './bom-parts.js';

const { name, reference, list, properties, attachment, governance } = bomParts;

const text = name.optional();

/** A data set or other data that a component is or was made from. */
export const componentDataSchema = z.strictObject({
  'bom-ref': reference.optional(),
  type: z.enum(['source-code', 'configuration', 'dataset', 'definition', 'other']),
  name: text,
  contents: z.strictObject({ attachment: attachment.optional(), url: text, properties }).optional(),
  classification: text,
  sensitiveData: z.union([name, z.array(name).max(1_000)]).optional(),
  graphics: z.unknown().optional(),
  description: text,
  governance,
});

/** CycloneDX model card. What the audit does not read is only checked for its keys. */
export const modelCardSchema = z.strictObject({
  'bom-ref': reference.optional(),
  modelParameters: z
    .strictObject({
      approach: z.strictObject({ type: z.enum(['supervised', 'unsupervised', 'reinforcement-learning', 'semi-supervised', 'self-supervised']).optional() }).optional(),
      task: text,
      architectureFamily: text,
      modelArchitecture: text,
      datasets: list(z.union([z.strictObject({ ref: reference }), componentDataSchema])),
      inputs: list(z.strictObject({ format: text })),
      outputs: list(z.strictObject({ format: text })),
    })
    .optional(),
  quantitativeAnalysis: z.strictObject({ performanceMetrics: z.unknown().optional(), graphics: z.unknown().optional() }).optional(),
  considerations: z
    .strictObject({ users: list(name), useCases: list(name), technicalLimitations: list(name), performanceTradeoffs: list(name), ethicalConsiderations: z.unknown().optional(), environmentalConsiderations: z.unknown().optional(), fairnessAssessments: z.unknown().optional() })
    .optional(),
  properties,
});
