import { z } from 'zod';

/** The words of one language, by key. Values may hold placeholders such as `{count}`. */
export const wording = z.record(z.string().max(120), z.string().max(4_000));
export type Wording = z.infer<typeof wording>;
