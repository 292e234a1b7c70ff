import { z } from 'zod';
import { text } from '../inventory/text.js';

/** What a pack asks of waivers of its rules. Days have 24 hours. */
export const waiverTerms = z.strictObject({
  maxDays: z.number().int().positive().max(3_660).describe('longest time from validFrom to expiresAt'),
  noticeDays: z.number().int().nonnegative().max(366).describe('days before its end from which a waiver counts as expiring'),
  approverRoles: z.array(text(100)).min(1).max(10).describe('one of these roles must be among the approvals'),
});
export type WaiverTerms = z.infer<typeof waiverTerms>;
