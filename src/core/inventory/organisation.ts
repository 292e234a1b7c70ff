import { z } from 'zod';
import { jurisdictionCode } from './jurisdiction-code.js';
import { recordId } from './record-id.js';
import { text } from './text.js';

/** Whose inventory this is. */
export const organisation = z
  .strictObject({
    id: recordId,
    name: text().optional(),
    seat: jurisdictionCode.optional(),
    sectors: z.array(text(40)).max(20).optional(),
    usersPerMonth: z.number().int().nonnegative().optional().describe('monthly active users of the organisation and its affiliates'),
    annualRevenueEur: z.number().nonnegative().optional(),
    personalDataPolicyDays: z.number().int().nonnegative().optional().describe('longest retention the organisation allows itself for prompts and completions'),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof organisation>;
