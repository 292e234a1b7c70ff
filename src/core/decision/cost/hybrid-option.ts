import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { estimateOf } from './estimate-of.js';
import { optionBasics } from './option-basics.js';

/** Several options side by side, each carrying its share of the demand; its own staff and fees come on top of theirs. */
export const hybridOption = z.strictObject({
  kind: z.literal('hybrid'),
  ...optionBasics,
  parts: z.array(z.strictObject({ option: recordId, share: estimateOf.ratio() })).min(2).max(6),
});
export type HybridOption = z.infer<typeof hybridOption>;
