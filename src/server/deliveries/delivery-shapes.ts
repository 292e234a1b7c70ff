import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { recipient } from './recipient.js';

export type { Recipient } from './recipient.js';

const state = z.enum(['waiting', 'delivered', 'dead'], 'is no state of a delivery; write waiting, delivered or dead');

const attempt = z.object({ at: z.iso.datetime(), outcome: z.enum(['delivered', 'failed']), note: z.string().nullable().describe('what the other side said, or why it was not asked') });

export type DeliveryAttempt = z.output<typeof attempt>;

const example = {
  id: '01990000-0000-7000-8000-000000000020',
  origin: 'schedule-run/01990000-0000-7000-8000-000000000011',
  event: 'report',
  title: 'Monday report of the risk committee: non-conforming',
  recipient: { kind: 'email' as const, address: 'board@example.org' },
  state: 'dead' as const,
  attempts: [{ at: '2026-11-30T07:00:05.000Z', outcome: 'failed' as const, note: '550 no such mailbox' }],
  createdAt: '2026-11-30T07:00:04.000Z',
  endedAt: '2026-11-30T07:00:05.000Z',
};

export const deliveryView = z
  .object({
    id: z.uuid().describe('the same at every attempt: in the Message-ID of e-mail, the Idempotency-Key of webhooks, the name of files'),
    origin: z.string(),
    event: z.string(),
    title: z.string(),
    recipient,
    state: state.describe('dead: given up, until it is sent again'),
    attempts: z.array(attempt).describe('oldest first'),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Delivery', example });

export type DeliveryView = z.output<typeof deliveryView>;

export const deliveryPage = z.object({ items: z.array(deliveryView).describe('newest first'), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'DeliveryPage', example: { items: [example], total: 1, next: null } });

export type DeliveryPage = z.output<typeof deliveryPage>;

export const deliveryQuery = z.strictObject({
  state: state.optional(),
  origin: z.string().max(100).optional().describe('only those of one run, such as schedule-run/<id>'),
  after: z.uuid('is not the id of a delivery; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type DeliveryQuery = z.output<typeof deliveryQuery>;

export const channelList = z
  .object({ email: z.boolean().describe('whether people can be sent e-mail'), domains: z.array(z.string()).describe('of addresses that may receive beside them'), webhooks: z.array(z.string()), folders: z.array(z.string()) })
  .meta({ id: 'DeliveryChannels', example: { email: true, domains: ['example.org'], webhooks: ['grc'], folders: ['archive'] } });

export type ChannelList = z.output<typeof channelList>;
