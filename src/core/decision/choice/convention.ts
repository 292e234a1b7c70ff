import { z } from 'zod';

/** What the verdict words mean. A convention, agreed before any score is seen and printed with the verdict. */
export const convention = z
  .strictObject({
    /** From this first-rank acceptability on the leader is robust. */
    robust: z.number().gt(0).max(1),
    /** From this one on it is leaning; below it is contested. */
    leaning: z.number().gt(0).max(1),
    /** Judgements above this consistency ratio are refused. */
    consistencyRatio: z.number().min(0).max(1),
    /** Weighted values this close share a rank. */
    tie: z.number().min(0).max(0.1),
  })
  .refine(({ robust, leaning }) => leaning <= robust, '`leaning` lies at or below `robust`');
export type Convention = z.infer<typeof convention>;
