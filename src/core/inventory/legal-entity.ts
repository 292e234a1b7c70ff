import { z } from 'zod';
import { jurisdictionCode } from './jurisdiction-code.js';
import { recordId } from './record-id.js';
import { text } from './text.js';

/** The deployer or one of its affiliates: who holds a licence, controls data, signs a contract. */
export const legalEntity = z
  .strictObject({
    id: recordId,
    name: text().optional(),
    seat: jurisdictionCode.optional().describe('country of the registered seat'),
    lei: z.string().length(20).optional().describe('Legal Entity Identifier, ISO 17442'),
    parent: recordId.optional().describe('id of the legal entity that controls it'),
    sectors: z.array(z.enum(['finance', 'insurance', 'health', 'public', 'energy', 'telecom', 'transport', 'retail', 'education', 'other'])).max(20).optional(),
    usersPerMonth: z.number().int().nonnegative().optional().describe('monthly active users over all products of the entity and its affiliates'),
    annualRevenueEur: z.number().nonnegative().optional(),
  })
  .meta({ id: 'LegalEntity' });
export type LegalEntity = z.infer<typeof legalEntity>;
