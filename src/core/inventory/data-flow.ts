import { z } from 'zod';
import { instant } from './instant.js';
import { jurisdictionCode } from './jurisdiction-code.js';
import { recordId } from './record-id.js';
import { text } from './text.js';

const countries = z.array(jurisdictionCode).max(60);

const transferBasis = z.strictObject({
  mechanism: z.enum(['not-needed', 'adequacy', 'dpf', 'scc', 'bcr', 'derogation', 'none']).optional().describe('legal ground of the transfer, GDPR chapter V'),
  fallbackMechanism: z.enum(['scc', 'bcr', 'derogation', 'none']).optional().describe('ground that stands ready should the first one fall'),
  signedAt: instant.optional(),
  transferAssessment: z
    .strictObject({
      date: instant.optional(),
      laws: z.array(text(200)).max(50).optional().describe('third-country laws it examines'),
      reference: text(500).optional(),
    })
    .optional(),
  reference: text(500).optional(),
});

const subProcessor = z.strictObject({
  name: text(),
  country: jurisdictionCode.optional(),
  provider: recordId.optional(),
  mechanism: z.enum(['not-needed', 'adequacy', 'dpf', 'scc', 'bcr', 'derogation', 'none']).optional(),
  agreement: z.boolean().optional(),
});

/** One category set moving from an origin to a recipient at one stage of a deployment. */
export const dataFlow = z
  .strictObject({
    id: recordId,
    deployment: recordId.optional(),
    stage: z.enum(['prompt', 'completion', 'embedding', 'log', 'telemetry', 'abuse-review', 'support', 'backup', 'failover', 'fine-tuning', 'download']).optional(),
    from: text().optional().describe('origin: a system or a legal entity'),
    to: recordId.optional().describe('recipient: id of a provider or of a legal entity'),
    via: text().optional().describe('the gateway, alias or callback that opens this way'),
    region: text(100).optional().describe('region of the recipient, as it names it'),
    categories: z.array(text(120)).max(60).optional().describe('fideslang data categories, such as user.contact.email'),
    subjects: z.array(text(80)).max(30).optional().describe('fideslang data subjects, such as customer'),
    subjectCountries: countries.optional(),
    personalData: z.boolean().optional(),
    specialCategories: z.boolean().optional().describe('data of GDPR Art. 9 or 10'),
    processingCountries: countries.optional(),
    storageCountries: countries.optional(),
    accessCountries: countries.optional().describe('countries from which staff or support can reach the data'),
    scope: z.enum(['site', 'region', 'geography', 'global', 'unknown']).optional().describe('how far the recipient may move the processing'),
    transferBasis: transferBasis.optional(),
    retentionDays: z.number().int().nonnegative().max(36_500).optional(),
    retentionNeededDays: z.number().int().nonnegative().max(36_500).optional().describe('what the purpose needs, from the record of processing'),
    encryptedInTransit: z.boolean().optional(),
    encryptedAtRest: z.boolean().optional(),
    keyHolder: z.enum(['deployer', 'provider', 'third-party', 'none']).optional(),
    clearTextAtRecipient: z.boolean().optional().describe('the recipient handles the data unencrypted, as every inference does outside confidential computing'),
    supplementaryMeasures: z.array(text(300)).max(20).optional(),
    usedForTraining: z.boolean().optional(),
    subProcessors: z.array(subProcessor).max(100).optional(),
    undeclared: z.boolean().optional().describe('found in configuration or code, not written down by the organisation'),
  })
  .meta({ id: 'DataFlow' });
export type DataFlow = z.infer<typeof dataFlow>;
