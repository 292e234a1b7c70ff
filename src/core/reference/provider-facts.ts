import { z } from 'zod';
import { jurisdictionCode } from '../inventory/jurisdiction-code.js';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factInterval } from './fact-interval.js';
import { factRecord } from './fact-record.js';

const detail = text(2_000).optional();

const parent = factInterval({
  name: text(200),
  country: jurisdictionCode.optional().describe('absent: the organisation itself, or not known'),
  state: z.enum(['settled', 'pending']).describe('pending: agreed or announced, closing not confirmed'),
  detail,
});

/** A party that serves models or moves their data, with its owners as dated intervals and the names by which configurations call it. */
export const providerFacts = factRecord({
  id: recordId,
  name: text(),
  kind: z.enum(['model-api', 'cloud-model-api', 'inference-cloud', 'cloud', 'dedicated-hosting', 'model-and-platform', 'gateway', 'observability', 'model-hub', 'self-hosted']),
  selfHosted: z.boolean().describe('true: the organisation itself operates it, so that reach follows the infrastructure'),
  country: jurisdictionCode.optional().describe('country of the company that operates the service'),
  contractingEntityEu: z.strictObject({ name: text(200), country: jurisdictionCode.optional() }).optional(),
  parents: z.array(parent).min(1).max(12),
  cloudActReach: z.enum(['yes', 'no', 'indirect', 'changing', 'follows-infrastructure', 'unknown']).describe('the ultimate parent or operator is under US jurisdiction, whatever the region'),
  terms: recordId.optional().describe('id of the licence record that holds its terms'),
  aliases: z.array(text(120)).max(40).optional().describe('other names, compared without case'),
  prefixes: z.array(text(60)).max(20).optional().describe('what stands before the slash in a LiteLLM model name, such as azure'),
  hosts: z.array(text(200)).max(40).optional().describe('endpoint host names; * stands for one or more labels or part of one'),
  residency: z.strictObject({ value: z.enum(['by-default', 'by-design', 'conditional', 'none', 'unknown']), detail }).optional().describe('whether data can be kept in the EU, inference included'),
  zeroRetention: z.strictObject({ value: z.enum(['by-default', 'by-design', 'configurable', 'on-approval', 'plan-dependent', 'limited', 'none', 'unknown']), detail }).optional(),
  trainsByDefault: z.strictObject({ value: z.enum(['yes', 'no', 'conditional', 'unknown']), detail }).optional().describe('whether the business tier trains on customer data without a choice by the customer'),
  retention: z.strictObject({ days: z.number().int().nonnegative().optional().describe('longest default retention; absent: not a number or not known'), detail }).optional(),
  subProcessorList: z.strictObject({ value: z.enum(['yes', 'no', 'partial', 'unknown']), detail }).optional(),
  processingAgreement: z.strictObject({ value: z.enum(['yes', 'no', 'partial', 'not-applicable', 'unknown']), detail }).optional(),
  certifications: z.array(text(120)).max(20).optional(),
}).meta({ id: 'ProviderFacts' });
export type ProviderFacts = z.infer<typeof providerFacts>;
export type ParentInterval = z.infer<typeof parent>;
