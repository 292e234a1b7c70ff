import { z } from 'zod';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';
import { factRecord } from './fact-record.js';
import { partialDate } from './partial-date.js';

const framework = factRecord({
  id: recordId,
  name: text(),
  validFrom: partialDate,
  label: z.literal('adaptation').describe('printed wherever a level is shown'),
  objectives: z.array(z.strictObject({ id: text(10), name: text(60), weight: z.number().positive().max(100), detail: text(300).optional() })).min(1).max(20),
  levels: z.array(z.strictObject({ level: z.number().int().min(0).max(4), name: text(60), detail: text(400) })).length(5),
  use: text(800),
});

/** Frameworks of cloud sovereignty: objectives with weights in percent, and ordinal levels. */
export const sealFrameworks = z.strictObject({ sealFrameworks: z.array(framework).min(1).max(10) }).meta({ id: 'SealFrameworks' });
export type SealFrameworks = z.infer<typeof sealFrameworks>;
