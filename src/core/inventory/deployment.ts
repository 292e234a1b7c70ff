import { z } from 'zod';
import { dataFlow } from './data-flow.js';
import { instant } from './instant.js';
import { jurisdictionCode } from './jurisdiction-code.js';
import { recordId } from './record-id.js';
import { sha256Digest } from './sha256-digest.js';
import { text } from './text.js';

const place = z.strictObject({
  kind: z.enum(['cloud-vm', 'on-premises', 'edge', 'managed-api']).optional(),
  provider: recordId.optional().describe('who runs the infrastructure'),
  region: text(100).optional(),
  country: jurisdictionCode.optional(),
  scope: z.enum(['site', 'region', 'geography', 'global', 'unknown']).optional(),
});

const engine = z.strictObject({
  id: text(60).optional().describe('vllm, tgi, ollama, llama.cpp, sglang, kserve …'),
  version: text(60).optional(),
  image: text(500).optional(),
  imageDigest: text(100).optional(),
  telemetry: z.enum(['default', 'disabled', 'enabled']).optional(),
  offline: z.boolean().optional().describe('no download at start: the hub client is switched off'),
  patchOwner: text().optional(),
});

const aiAct = z.strictObject({
  role: z.enum(['provider', 'deployer', 'importer', 'distributor', 'product-manufacturer', 'none']).optional(),
  riskClass: z.enum(['prohibited', 'high', 'limited', 'minimal', 'undecided']).optional(),
  reasoning: text(4_000).optional(),
  annex: z.enum(['annex-i', 'annex-iii', 'none']).optional(),
  evidence: z.array(text(60)).max(60).optional().describe('articles for which evidence is kept, such as AIA-9'),
  interactsWithPeople: z.boolean().optional(),
  userNotice: z.boolean().optional(),
  generatesContent: z.boolean().optional(),
  contentMarking: z.boolean().optional(),
  rebranded: z.boolean().optional(),
  repurposed: z.boolean().optional(),
});

const assessment = z.strictObject({
  status: z.enum(['done', 'not-required', 'missing']).optional(),
  date: instant.optional(),
  reference: text(500).optional(),
});

const fallback = z.strictObject({
  model: recordId.optional(),
  deployment: recordId.optional(),
  testedAt: instant.optional(),
  planReference: text(500).optional(),
  substituteDays: z.number().int().nonnegative().optional(),
});

const justification = z.strictObject({
  reference: text(500).optional(),
  date: instant.optional(),
  comparedModels: z.array(recordId).max(30).optional(),
  benchmark: text().optional(),
  setting: text().optional(),
  language: text(40).optional(),
  costCompared: z.boolean().optional(),
  riskCompared: z.boolean().optional(),
});

const cleared = z.strictObject({
  at: instant.optional().describe('when it was cleared'),
  expires: instant.optional().describe('exclusive'),
  audit: text(100).optional().describe('id of the audit that it passed'),
  weights: z.array(sha256Digest).max(2_000).optional().describe('SHA-256 of every weight file that was cleared'),
  imageDigest: text(100).optional(),
  revokedAt: instant.optional(),
});

const facts = z.strictObject({
  id: recordId,
  name: text().optional(),
  description: text(4_000).optional(),
  owner: text().optional().describe('unit or team that answers for it'),
  legalEntity: recordId.optional(),
  purpose: text(2_000).optional(),
  useTags: z.array(text(60)).max(40).optional().describe('kinds of use, from the vocabulary of the licence facts'),
  environment: z.enum(['production', 'staging', 'development', 'test']).optional(),
  status: z.enum(['planned', 'live', 'retired']).optional(),
  criticality: z.enum(['critical', 'important', 'standard', 'low']).optional(),
  commercial: z.boolean().optional(),
  usersPerMonth: z.number().int().nonnegative().optional(),
  model: recordId.optional(),
  provider: recordId.optional().describe('who operates the model: the organisation itself where self-hosted'),
  route: z.enum(['self-hosted', 'managed-open', 'closed-api']).optional(),
  place: place.optional(),
  engine: engine.optional(),
  quantisation: text(60).optional(),
  aiAct: aiAct.optional(),
  publicName: text().optional().describe('the name users see'),
  notices: z.array(text(300)).max(40).optional().describe('notices the product shows, word for word'),
  outputUses: z.array(z.enum(['end-users', 'internal', 'published', 'train-own-model', 'train-other-model'])).max(10).optional(),
  dpia: assessment.optional(),
  processingRecord: z
    .strictObject({ reference: text(500).optional(), purposes: z.boolean().optional(), recipients: z.boolean().optional(), retention: z.boolean().optional(), security: z.boolean().optional() })
    .optional()
    .describe('entry in the record of processing, GDPR Art. 30'),
  doraFunction: text().optional().describe('critical or important function it supports, as named in the DORA register'),
  fallback: fallback.optional(),
  exitPlan: z.strictObject({ reference: text(500).optional(), testedAt: instant.optional() }).optional(),
  justification: justification.optional().describe('why this option was chosen over others'),
  confirmedAt: instant.optional().describe('when the owner last confirmed these facts'),
  cleared: cleared.optional().describe('what passed an audit and was approved to run'),
});

/** One way the same purpose could be served: what differs from the deployment, and its own flows. */
const alternative = z.strictObject({
  id: recordId,
  title: text().optional(),
  kind: z.enum(['status-quo', 'closed-api', 'closed-api-in-region', 'open-weights-cloud-vm', 'open-weights-on-premises', 'edge', 'hybrid']),
  deployment: facts.partial().omit({ id: true, cleared: true }).optional(),
  flows: z.array(dataFlow.omit({ deployment: true })).max(50).optional().describe('its flows, instead of those of the deployment; absent: nothing is known of them'),
});

/** A model serving one purpose in one environment. */
export const deployment = facts.extend({ alternatives: z.array(alternative).max(12).optional() }).meta({ id: 'Deployment' });
export type Deployment = z.infer<typeof deployment>;
