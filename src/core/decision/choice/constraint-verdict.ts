import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';

/** What a hard rule says about an option. Only `pass`, `not-applicable` and an active waiver let the option through; `unknown` blocks. */
export const constraintVerdict = z.strictObject({
  rule: recordId,
  verdict: z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'error']),
  because: text(500),
  /** Id of the active waiver that accepts the outcome. */
  waiver: recordId.optional(),
  /** A rule the law lets nobody waive. */
  waivable: z.boolean().default(true),
});
export type ConstraintVerdict = z.infer<typeof constraintVerdict>;
