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
  .meta({
    id: 'LogPage',
    example: {
      entries: [{ sequence: 1, at: '2026-11-23T12:00:00.000Z', actorKind: 'system', actor: 'system', action: 'key.create', subject: 'key/01990000-0000-7000-8000-000000000002', details: '{"expiresAt":null,"origin":"first","scopes":["audit:read"]}', previous: '0'.repeat(64), hash: '5f1c'.repeat(16) }],
      head: { sequence: 1, hash: '5f1c'.repeat(16) },
    },
  });
