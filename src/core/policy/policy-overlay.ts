import { z } from 'zod';
import { text } from '../inventory/text.js';
import { policyRule } from './policy-rule.js';

/** What an organisation changes in a pack: parameters, severities, enablement and rules of its own; never a check. */
export const policyOverlay = z
  .strictObject({
    apiVersion: z.literal('domicile/v1'),
    kind: z.literal('PolicyOverlay'),
    metadata: z.strictObject({ id: text(60), title: text(200).optional(), owner: text(200).optional(), description: text(4_000).optional() }),
    extends: z.strictObject({ pack: text(60), version: z.string().max(40).regex(/^\d+(\.\d+(\.\d+)?)?$/, 'a version is major, major.minor or major.minor.patch').describe('the pack version it was written for; the major part must match') }),
    params: z.record(z.string(), z.unknown()).optional().describe('new values, by parameter name'),
    rules: z.record(z.string(), z.strictObject({ severity: policyRule.shape.severity.optional(), enabled: z.boolean().optional() })).optional(),
    fixtures: z.record(text(60), z.record(z.string(), z.unknown())).optional(),
    addRules: z.array(policyRule).max(200).optional(),
  })
  .meta({ id: 'PolicyOverlay' });
export type PolicyOverlay = z.infer<typeof policyOverlay>;
