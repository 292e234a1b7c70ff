import { z } from 'zod';
import { instant } from './instant.js';
import { jurisdictionCode } from './jurisdiction-code.js';
import { modelArchitecture } from './model-architecture.js';
import { recordId } from './record-id.js';
import { sha256Digest } from './sha256-digest.js';
import { text } from './text.js';

const source = z.strictObject({
  hub: text(100).optional().describe('where it was fetched from, such as huggingface.co or an internal registry'),
  repository: text(300).optional(),
  revision: text(200).optional().describe('commit, tag or branch'),
  revisionKind: z.enum(['commit', 'tag', 'branch']).optional(),
});

const licenceClaim = z.strictObject({
  expression: text(500).optional().describe('SPDX expression; texts of their own as LicenseRef-'),
  declaredAs: text(500).optional().describe('what the source says, word for word'),
  name: text().optional(),
  link: text(2_000).optional(),
  textSha256: sha256Digest.optional().describe('digest of the licence text that came with the weights'),
  termsReadAt: instant.optional(),
});

/** A trained system at one version. Weights availability is kept apart from the licence and from openness. */
export const model = z
  .strictObject({
    id: recordId,
    name: text().optional(),
    purl: text(500).optional(),
    version: text().optional(),
    family: text().optional(),
    developer: text().optional(),
    developerCountry: jurisdictionCode.optional(),
    catalogue: recordId.optional().describe('id in the reference catalogue of models; found through the name where absent'),
    weightsAvailability: z.enum(['open', 'gated', 'api-only']).optional(),
    apiModelId: text().optional().describe('the name by which the API serves it, such as gpt-4-0613'),
    source: source.optional(),
    licence: licenceClaim.optional(),
    claimedOpenSource: z.boolean().optional().describe('the organisation calls it open source, in public or to a regulator'),
    parametersTotal: z.number().positive().max(1e15).optional(),
    parametersActive: z.number().positive().max(1e15).optional(),
    contextWindow: z.number().int().positive().max(1e9).optional(),
    modalities: z.array(z.enum(['text', 'image', 'audio', 'video', 'embedding'])).max(10).optional(),
    languages: z.array(text(40)).max(400).optional(),
    tasks: z.array(text(100)).max(100).optional(),
    datasets: z.array(text(300)).max(500).optional(),
    architecture: modelArchitecture.optional(),
    remoteCode: z.boolean().optional().describe('loading it runs code from its repository (trust_remote_code)'),
    trainingDataSummary: z.boolean().optional().describe('a public summary of the training content exists, AI Act Art. 53(1)(d)'),
    copyrightPolicy: z.boolean().optional(),
    downstreamDocumentation: z.boolean().optional().describe('the information pack of AI Act Annex XII is at hand'),
    fineTuneComputeShare: z.number().min(0).max(1_000).optional().describe('own training compute divided by that of the base model'),
    evaluatedAt: instant.optional().describe('last own evaluation of this very checkpoint'),
  })
  .meta({ id: 'Model' });
export type Model = z.infer<typeof model>;
