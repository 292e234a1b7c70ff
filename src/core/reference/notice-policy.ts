import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';

/** How much notice a provider promises before it retires a model. */
export const noticePolicy = factRecord({
  id: recordId,
  provider: recordId,
  minimumDays: z.number().int().positive().optional().describe('for generally available models; absent: no number is promised'),
  promise: text(400),
}).meta({ id: 'NoticePolicy' });
export type NoticePolicy = z.infer<typeof noticePolicy>;
