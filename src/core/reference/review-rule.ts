import { z } from 'zod';

/** When a fact is due for review where its record does not say: so many days after its as-of (the end of it, for a month or year). */
export const reviewRule = z.strictObject({ defaultDays: z.number().int().positive().max(3_660), reason: z.string().min(1).max(500) }).meta({ id: 'ReviewRule' });
export type ReviewRule = z.infer<typeof reviewRule>;
