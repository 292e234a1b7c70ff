import { z } from 'zod';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { organisation } from '../../inventory/organisation.js';
import { text } from '../../inventory/text.js';
import { callView } from './call-view.js';

const share = z.strictObject({
  parent: text(200),
  country: jurisdictionCode.optional(),
  deployments: z.number(),
  share: z.number().describe('part of the critical deployments that depend on it, from 0 to 1'),
});

/** The organisation as rules see it, with what only shows over all its deployments. */
export const organisationView = organisation.extend({
  criticalDeployments: z.number().describe('live deployments that are critical or important'),
  concentration: z.array(share).max(50).optional().describe('by ultimate parent, the largest first; absent where a parent is not known'),
  largestParent: text(200).optional(),
  largestShare: z.number().optional(),
  calls: z.array(callView).max(200).optional().describe('what production code calls that no deployment names as its own; absent where no code was looked through'),
  hints: z.array(callView).max(200).optional().describe('providers that production code, of deployments or not, only names: keys, models, mentions; without those that it calls'),
});
export type OrganisationView = z.infer<typeof organisationView>;
