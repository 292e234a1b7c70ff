import { z } from 'zod';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { partialDate } from './partial-date.js';

const application = z.strictObject({
  scope: z
    .enum(['all', 'annex-iii', 'annex-i', 'marking-of-earlier-systems', 'earlier-models', 'enforcement'])
    .describe('to what this date belongs; earlier systems and models are those on the market before the duty'),
  appliesFrom: partialDate.describe('first day of the duty'),
  appliesTo: partialDate.optional().describe('first day without it'),
  knownFrom: partialDate.describe('day from which this date was law: adoption or entry into force'),
  knownTo: partialDate.optional().describe('day from which another date replaced it'),
  detail: text(600).optional(),
});

/** An external requirement, cited to its article, in own words, with the dates on which it applies as they were known at the time. */
export const control = factRecord({
  id: text(60).regex(/^[A-Z][A-Z0-9]*[A-Za-z0-9./()-]*$/, 'a control is named like GDPR-44, AIA-53(2) or ISO27001-A.5.32'),
  framework: text(80),
  requirement: text(1_000),
  appliesTo: z.array(text(80)).min(1).max(12),
  application: z.array(application).min(1).max(12),
  status: z.enum(['in-force', 'amended', 'deferred', 'adopted', 'phased']),
  detail: text(1_000).optional(),
}).meta({ id: 'Control' });
export type Control = z.infer<typeof control>;
export type ControlApplication = z.infer<typeof application>;
