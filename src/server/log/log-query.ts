import { z } from 'zod';

const number = (least: number, most: number) => z.coerce.number('is not a number; write a whole number').int('is not whole; write a whole number').min(least).max(most);

export const logQuery = z.strictObject({
  after: number(0, Number.MAX_SAFE_INTEGER).default(0).describe('sequence number of the last entry that was read'),
  limit: number(1, 1000).default(100).describe('entries at most'),
});

export type LogQuery = z.output<typeof logQuery>;

const head = z.object({ sequence: z.int(), hash: z.string() });

export const logPage = z
  .object({
    entries: z.array(z.object({ sequence: z.int(), at: z.iso.datetime(), actorKind: z.string(), actor: z.string(), action: z.string(), subject: z.string(), details: z.string().describe('JSON text'), previous: z.string(), hash: z.string() })),
    head: head.describe('end of the whole log; keep it elsewhere, so that a cut-off end shows'),
  })
  .meta({ id: 'LogPage' });
