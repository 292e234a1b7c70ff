import { z } from 'zod';
import { instant } from './instant.js';
import { jurisdictionCode } from './jurisdiction-code.js';
import { recordId } from './record-id.js';
import { text } from './text.js';

const contract = z.strictObject({
  reference: text().optional().describe('number or name of the contract'),
  processingAgreement: z.boolean().optional().describe('a signed processor contract, GDPR Art. 28(3)'),
  processingAgreementDate: instant.optional(),
  noTrainingClause: z.boolean().optional().describe('the contract forbids training on inputs and outputs'),
  trainingOptOutProof: text(500).optional().describe('where the proof of the opt-out is kept'),
  zeroRetention: z.enum(['none', 'requested', 'approved-in-writing']).optional(),
  retentionDays: z.number().int().nonnegative().max(36_500).optional().describe('longest retention of inputs and outputs at the provider'),
  subProcessorList: z.boolean().optional(),
  doraClauses: z.array(text(60)).max(40).optional().describe('clauses of DORA Art. 30 that the contract holds, by paragraph, such as 30(2)(a)'),
  terminationNoticeDays: z.number().int().nonnegative().optional(),
  priceChangeNoticeDays: z.number().int().nonnegative().optional(),
});

/** A party that operates a deployment or its infrastructure, or receives data from it. */
export const provider = z
  .strictObject({
    id: recordId,
    name: text().optional(),
    kind: z.enum(['model-api', 'cloud-model-api', 'cloud', 'gateway', 'observability', 'model-hub', 'support', 'affiliate', 'own', 'other']).optional(),
    country: jurisdictionCode.optional().describe('country of the contracting entity'),
    ultimateParent: text().optional(),
    ultimateParentCountry: jurisdictionCode.optional(),
    reference: recordId.optional().describe('id in the reference facts, such as openai-api'),
    endpoints: z.array(text(300)).max(50).optional().describe('host names it serves, such as api.openai.com'),
    lei: z.string().length(20).optional(),
    dpfCertified: z.boolean().optional().describe('the receiving entity stands on the EU-US Data Privacy Framework list'),
    dpfCheckedAt: instant.optional(),
    dpfDataTypes: z.array(z.enum(['hr', 'non-hr'])).max(2).optional(),
    rank: z.number().int().min(1).max(10).optional().describe('place in the supply chain as in the DORA register: 1 is the direct provider'),
    substitutability: z.enum(['not-substitutable', 'highly-complex', 'medium', 'easily']).optional(),
    contract: contract.optional(),
  })
  .meta({ id: 'Provider' });
export type Provider = z.infer<typeof provider>;
