import { z } from 'zod';
import { text } from '../../inventory/text.js';

/** What a capability score was measured on. Two scores compare only where all three agree. */
export const benchmark = z.strictObject({ name: text(120), setting: text(200), language: text(60) });
export type Benchmark = z.infer<typeof benchmark>;
