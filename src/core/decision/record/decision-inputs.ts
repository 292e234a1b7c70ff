import { z } from 'zod';
import { decideCase } from './decide-case.js';

/** A case that awaits approval: the hash to approve and what is still open. It holds no score. */
export const decisionInputs = z.strictObject({
  schema: z.literal('domicile/decision-inputs/1'),
  status: z.literal('awaiting-approval'),
  id: z.string(),
  title: z.string(),
  inputHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** What still says `fill in:`; nobody can approve the inputs before it is. */
  toFillIn: z.array(z.strictObject({ line: z.int(), where: z.string(), asks: z.string() })).readonly(),
  /** Options for which the outcome of no rule is given, and which are therefore unknown. */
  noRuleAsked: z.array(z.string()).readonly(),
  inputs: decideCase,
});
export type DecisionInputs = z.infer<typeof decisionInputs>;
