import { z } from 'zod';
import { text } from '../../inventory/text.js';

/** What code calls, as rules see it, compared with what the inventory declares. */
export const callView = z.strictObject({
  key: text(400).describe('what it is known by across runs: the provider, the host, or unknown'),
  name: text(400).describe('the provider, or the host where no facts know it'),
  sites: z.number().describe('places that call it'),
  what: text(400).describe('what stands at the first of them'),
  own: z.boolean().optional().describe('it stays in the network of the organisation; absent where it cannot be told who is called'),
  modelApi: z.boolean().optional().describe('a model answers there; absent where that is not known'),
  declared: z.boolean().optional().describe('a deployment or a flow names it as provider or recipient; absent where it cannot be told who is called'),
  failover: z.boolean().optional().describe('a flow at stage failover names it as recipient'),
});
export type CallView = z.infer<typeof callView>;
