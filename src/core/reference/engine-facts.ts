import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factConfidence } from './fact-confidence.js';
import { factInterval } from './fact-interval.js';
import { factRecord } from './fact-record.js';
import { factSource } from './fact-source.js';
import { partialDate } from './partial-date.js';

const detail = text(2_000).optional();
const own = { confidence: factConfidence.optional(), sources: z.array(factSource).min(1).max(10).optional(), noSource: text(300).optional() };

const support = z.strictObject({ value: z.enum(['yes', 'no', 'partial', 'unknown']), detail, ...own });

const telemetry = z.strictObject({
  default: z.enum(['on', 'off', 'on-in-container', 'none-found', 'conditional', 'unclear']).describe('what happens without any setting; none-found is no proof of absence'),
  destination: text(300).optional(),
  content: text(1_000).optional(),
  frequency: text(200).optional(),
  containsPrompts: z.enum(['no', 'yes', 'conditional', 'unknown']),
  optOut: z.array(text(200)).max(12).describe('settings any one of which switches it off'),
  introducedOn: partialDate.optional(),
  verifyBy: text(200).optional(),
  detail,
  notes: z.array(text(2_000)).max(10).optional(),
  unverified: z.array(text(160)).max(10).optional(),
  ...own,
});

/** A serving engine, client library or gateway: who keeps it alive, what it sends out unasked, where it fetches weights from. */
export const engineFacts = factRecord({
  id: recordId,
  name: text(),
  kind: z.enum(['serving-engine', 'component', 'gateway']),
  aliases: z.array(text(120)).max(30).optional().describe('names and image names, compared without case'),
  maintainer: text(200).optional(),
  licence: z.strictObject({ expression: text(200), detail, ...own }).optional(),
  licenceHistory: z.array(factInterval({ expression: text(100), versions: text(120).optional(), restriction: detail, notes: z.array(text(1_000)).max(5).optional() })).max(10).optional(),
  lifecycle: z.array(factInterval({ status: z.enum(['active', 'maintenance', 'archived']), detail })).max(10).optional(),
  successors: z.array(text(60)).max(10).optional(),
  telemetry: telemetry.optional(),
  downloadHost: z.strictObject({ host: text(200), detail, ...own }).optional().describe('where weights come from when nothing else is set'),
  offline: z.strictObject({ setting: text(200), effect: text(500), ...own }).optional(),
  remoteModelTags: z.array(text(60)).max(5).optional().describe('endings of model names that run on the vendor side behind the same local interface'),
  formats: z.partialRecord(z.enum(['safetensors', 'gguf', 'awq', 'gptq', 'fp8', 'nf4']), support).optional(),
  tensorParallel: support.optional(),
  openAiCompatible: support.optional(),
  securityFlags: z.array(z.strictObject({ flag: text(80), default: text(60), meaning: text(400), notes: z.array(text(1_000)).max(5).optional(), ...own })).max(10).optional(),
}).meta({ id: 'EngineFacts' });
export type EngineFacts = z.infer<typeof engineFacts>;
