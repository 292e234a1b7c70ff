import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { partialDate } from './partial-date.js';

/** A claim that a provider ends, or reroutes, models of its API on a day. Later claims replace earlier ones: each is dated itself. */
export const retirement = factRecord({
  id: recordId,
  provider: recordId,
  apiModels: z.array(text(120)).min(1).max(40).describe('names as the API takes them, compared without case; a space before a version counts as a hyphen'),
  effect: z.enum(['shutdown', 'rerouted', 'deprecated', 'none-yet']).describe('rerouted: calls are answered by another model; deprecated: an end is announced without a day'),
  date: z.iso.date().optional().describe('first day without the model'),
  notBefore: z.iso.date().optional(),
  knownFrom: partialDate.describe('announcement, or else the first dated copy that states it'),
  knownTo: partialDate.optional().describe('day from which another claim replaced it'),
  announced: partialDate.optional(),
  replacement: text(300).optional(),
  status: text(200),
}).meta({ id: 'Retirement' });
export type Retirement = z.infer<typeof retirement>;
