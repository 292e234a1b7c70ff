import { z } from 'zod';
import { outcomes } from '../../core/policy/outcome.js';
import { severities } from '../../core/policy/severity.js';

const operand = z.object({ path: z.string(), value: z.unknown(), state: z.enum(['missing', 'contradicted', 'unreadable', 'masked']).optional() });

/** A verdict with what decided it, of something that is only tried. */
export const triedVerdict = z.object({
  ruleId: z.string(),
  title: z.string(),
  subject: z.string(),
  element: z.string().nullable(),
  outcome: z.enum(outcomes),
  severity: z.enum(severities),
  message: z.string().nullable(),
  explanation: z.array(z.object({ expression: z.string(), result: z.union([z.boolean(), z.literal('unknown')]), operands: z.array(operand) })),
  missing: z.array(z.string()),
});

export type TriedVerdict = z.output<typeof triedVerdict>;
