import { z } from 'zod';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { provider } from '../../inventory/provider.js';
import { text } from '../../inventory/text.js';

/**
 * Whoever operates a model, runs its infrastructure or receives data, as rules see it: the declared record, completed from the provider facts.
 * Legal entities of the organisation stand here as well, with `own` true.
 */
export const partyView = provider.extend({
  own: z.boolean().optional().describe('the organisation itself or one of its legal entities; absent where it cannot be told'),
  recorded: z.boolean().describe('the inventory or the facts know this party'),
  operatorCountry: jurisdictionCode.optional().describe('country of the entity that contracts with a European customer, declared or from the facts'),
  parentName: text(200).optional(),
  parentCountry: jurisdictionCode.optional().describe('country of the ultimate parent at the instant, declared or from the facts'),
  parentChange: text(200).optional().describe('a new owner that is agreed and not confirmed'),
  trainsByDefault: z.enum(['yes', 'no', 'conditional']).optional(),
  keepsDays: z.number().optional().describe('longest retention of inputs and outputs, from the contract or else the default of the provider'),
  zeroRetentionOffer: z.enum(['by-default', 'by-design', 'configurable', 'on-approval', 'plan-dependent', 'limited', 'none']).optional(),
  transfersCertified: z.boolean().optional().describe('on the EU-US Data Privacy Framework list; absent where nobody looked'),
});
export type PartyView = z.infer<typeof partyView>;
