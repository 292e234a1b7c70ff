import { z } from 'zod';
import { estimateOf } from './estimate-of.js';
import { optionBasics } from './option-basics.js';

/** A model used through a provider's interface, paid by the token. */
export const apiOption = z.strictObject({
  kind: z.literal('api'),
  ...optionBasics,
  prices: z.strictObject({
    input: estimateOf.money('/Mtok'),
    cachedInput: estimateOf.money('/Mtok').optional(),
    output: estimateOf.money('/Mtok'),
    /** Charge per request besides tokens, such as a search or rerank fee. */
    request: estimateOf.money('/request').optional(),
  }),
  /** Spend the contract commits to per month; usage below it is paid all the same. */
  commitment: estimateOf.money('/month').optional(),
});
export type ApiOption = z.infer<typeof apiOption>;
