import { z } from 'zod';
import { jurisdictionCode } from '../../inventory/jurisdiction-code.js';
import { organisation } from '../../inventory/organisation.js';
import { text } from '../../inventory/text.js';

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
});
export type OrganisationView = z.infer<typeof organisationView>;
