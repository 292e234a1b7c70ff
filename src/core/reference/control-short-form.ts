import { z } from 'zod';
import { text } from '../inventory/text.js';

/** A citation as people write it, and the controls it means. */
export const controlShortForm = z.strictObject({ form: text(60), controls: z.array(text(60)).min(1).max(20), detail: text(300).optional() }).meta({ id: 'ControlShortForm' });
export type ControlShortForm = z.infer<typeof controlShortForm>;
