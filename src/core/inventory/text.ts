import { z } from 'zod';

/** A human-written string that is never empty and never longer than `maxLength` UTF-16 code units. */
export const text = (maxLength = 200) => z.string().min(1).max(maxLength);
