import { z } from 'zod';
import { text } from '../inventory/text.js';
import { packParameter } from './pack-parameter.js';
import { policyRule } from './policy-rule.js';
import { waiverTerms } from './waiver-terms.js';

const name = z.string().max(60).regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a name holds letters, digits and _');

/** Versioned rules with their own tests, as people write them. */
export const policyPack = z
  .strictObject({
    apiVersion: z.literal('domicile/v1'),
    kind: z.literal('PolicyPack'),
    metadata: z.strictObject({
      id: z.string().max(60).regex(/^[a-z][a-z0-9-]*$/, 'a pack id holds lower-case letters, digits and -'),
      title: text(200),
      version: z.string().max(40).regex(/^\d+\.\d+\.\d+$/, 'a version is major.minor.patch; the major part rises when an outcome may become fail'),
      owner: text(200),
      inventorySchema: text(60),
      description: text(4_000).optional(),
      recommended: z.boolean().default(true).describe('runs where an organisation has not chosen its packs'),
    }),
    waivers: waiverTerms.optional().describe('what a waiver of its rules needs; absent: none is accepted'),
    params: z.record(name, packParameter).optional(),
    fixtures: z.record(text(60), z.record(z.string(), z.unknown())).optional().describe('documents for tests, by name: variables such as deployment or flow at the top'),
    rules: z.array(policyRule).min(1).max(500),
  })
  .meta({ id: 'PolicyPack' });
export type PolicyPack = z.infer<typeof policyPack>;
