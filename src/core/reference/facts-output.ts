import { z } from 'zod';
import { factConfidence } from './fact-confidence.js';

const head = { asOf: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) };
const state = z.enum(['current', 'unverified', 'stale']);
const count = z.number().int().nonnegative();
const judged = { fact: z.string(), asOf: z.string(), confidence: factConfidence, reviewBy: z.iso.date(), overlay: z.string().optional() };

/** What `facts list`, `facts show` and `facts stale` print with `--format json`. */
export const factsOutput = z.discriminatedUnion('schema', [
  z.strictObject({ schema: z.literal('domicile/facts-kinds/1'), ...head, overlays: z.array(z.string()), kinds: z.array(z.strictObject({ kind: z.string(), records: count, unverified: count, stale: count, overlaid: count })) }),
  z.strictObject({ schema: z.literal('domicile/facts-list/1'), ...head, kind: z.string(), facts: z.array(z.strictObject({ ...judged, id: z.string(), name: z.string().optional(), state })) }),
  z.strictObject({ schema: z.literal('domicile/facts/1'), ...head, facts: z.array(z.strictObject({ fact: z.string(), state, reviewBy: z.iso.date(), record: z.looseObject({ id: z.string(), asOf: z.string(), confidence: factConfidence }) })) }),
  z.strictObject({ schema: z.literal('domicile/facts-stale/1'), ...head, facts: z.array(z.strictObject({ ...judged, daysOverdue: z.number().int().positive() })) }),
]);
export type FactsOutput = z.infer<typeof factsOutput>;
