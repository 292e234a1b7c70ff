import { z } from 'zod';
import { factConfidence } from '../../reference/fact-confidence.js';
import { factSource } from '../../reference/fact-source.js';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

const formatName = z.string().regex(/^[A-Za-z0-9_]{1,20}$/);
const bits = z.number().min(0).max(64);
const provenance = { sources: z.array(factSource).min(1).max(10), confidence: factConfidence, notes: z.array(text(500)).max(10).optional() };
const names = { ids: z.record(formatName, bits.positive()), aliases: z.record(formatName, formatName).optional() };

const wholeFile = z.strictObject({
  kind: z.literal('whole-file'),
  ...names,
  reference: text(100).optional().describe('the model the bits were measured on'),
  spread: z.number().min(0).max(0.5).describe('by which fraction the bits shift on other models'),
  ...provenance,
});

const referenceFact = z.strictObject({
  kind: z.literal('reference-fact'),
  fact: recordId.describe('id of a quantisation format among the hardware facts, whose types are whole-file bits'),
  reference: text(100),
  spread: z.number().min(0).max(0.5),
});

const linearLayers = z.strictObject({
  kind: z.literal('linear-layers'),
  ...names,
  group: z.number().int().positive().max(65_536).nullable(),
  scaleBits: bits,
  zeroPointBits: bits,
  restBits: bits.positive(),
  ...provenance,
});

/** The reference file `sizing/weight-formats.yaml`: bits per weight of every known format, measured or by its layout. */
export const weightFormatsFile = z.strictObject({ formats: z.array(z.discriminatedUnion('kind', [wholeFile, linearLayers, referenceFact])).min(1).max(100) });
export type WeightFormatsFile = z.infer<typeof weightFormatsFile>;

/** The file with its references to hardware facts resolved. */
export interface WeightFormats {
  readonly formats: readonly (z.infer<typeof wholeFile> | z.infer<typeof linearLayers>)[];
}

interface FormatBasics {
  readonly id: string;
  readonly source: string;
}

/** One way of writing weights: so many bits over the whole file, or in the matrices of the layers only. */
export type WeightFormat =
  | (FormatBasics & { readonly kind: 'whole-file'; readonly bitsPerWeight: number; readonly spread: number })
  | (FormatBasics & { readonly kind: 'linear-layers'; readonly bitsPerWeight: number; readonly restBits: number });
