import { z } from 'zod';
import { text } from '../inventory/text.js';

const described = { description: text(1_000).optional(), source: text(1_000).optional().describe('where the value comes from: law, decision or contract, with its date') };

/** A typed constant of a pack; an overlay may change its value, never its type. */
export const packParameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('string'), ...described, default: text(500) }),
  z.strictObject({ type: z.literal('number'), ...described, default: z.number() }),
  z.strictObject({ type: z.literal('boolean'), ...described, default: z.boolean() }),
  z.strictObject({ type: z.literal('timestamp'), ...described, default: z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'a timestamp is a day such as 2026-11-23 or an instant such as 2026-11-23T09:00:00Z') }),
  z.strictObject({ type: z.literal('list<string>'), ...described, default: z.array(text(500)).max(1_000) }),
  z.strictObject({ type: z.literal('list<number>'), ...described, default: z.array(z.number()).max(1_000) }),
]);
export type PackParameter = z.infer<typeof packParameter>;
