import { z } from 'zod';
import { RecipientsService } from '../deliveries/recipients.service.js';
import { pageLimit } from '../platform/http/page-limit.js';
import { notificationKind, notificationKinds } from './notification-kind.js';

const day = z.int('is not a whole number of days').min(0).max(3_650);

/** Body of `PUT /notifications/settings`. */
export const notificationTerms = z
  .strictObject({
    daysBefore: z.array(day).min(1).max(20).default([30, 7, 1]).describe('how many days before the end of a waiver or of evidence it is told of'),
    confirmAfterDays: z.int().min(1).max(3_650).nullable().default(null).describe('after how many days without a change or a confirmation the people of its units are asked whether a deployment still is as it was declared; null asks nobody'),
    everyMinutes: z.int().min(1).max(10_080).default(15).describe('how often is looked; what came up since goes out in one message to each recipient'),
    first: z.int().min(1).max(100).default(10).describe('how many of each kind a message names; of the others it says the number'),
    language: z.enum(['en', 'de', 'fr'], 'is no language of notifications; write en, de or fr').default('en'),
    routes: z
      .array(z.strictObject({ kinds: z.array(notificationKind).min(1).max(notificationKinds.length), recipients: RecipientsService.list }))
      .max(20)
      .default([])
      .describe('what goes where; every notification stands in the list of the server in any case'),
  })
  .meta({ id: 'NotificationTerms', example: { daysBefore: [30, 7, 1], confirmAfterDays: 365, everyMinutes: 15, first: 10, language: 'en', routes: [{ kinds: ['critical-finding', 'approval-wanted'], recipients: [{ kind: 'webhook', name: 'slack' }] }] } });

export type NotificationTerms = z.output<typeof notificationTerms>;

export const notificationSettings = z
  .object({ ...notificationTerms.shape, version: z.int().describe('0 until they are changed for the first time'), changedAt: z.iso.datetime().nullable() })
  .meta({ id: 'NotificationSettings', example: { daysBefore: [30, 7, 1], confirmAfterDays: null, everyMinutes: 15, first: 10, language: 'en', routes: [], version: 0, changedAt: null } });

export type NotificationSettings = z.output<typeof notificationSettings>;

const example = { id: '01990000-0000-7000-8000-000000000030', kind: 'critical-finding' as const, subject: 'finding/0123456789abcdef0123456789abcdef', title: 'TRF-01 on deployment/claims-triage', at: '2026-11-30T07:00:00.000Z', read: false };

export const notificationPage = z
  .object({
    items: z.array(z.object({ id: z.uuid(), kind: notificationKind, subject: z.string().describe('what it is of, such as waiver/<id>'), title: z.string(), at: z.iso.datetime(), read: z.boolean().describe('by whoever asks') })).describe('newest first'),
    total: z.int(),
    unread: z.int().describe('of all of them, by whoever asks'),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'NotificationPage', example: { items: [example], total: 1, unread: 1, next: null } });

export type NotificationPage = z.output<typeof notificationPage>;

export const notificationQuery = z.strictObject({
  kind: notificationKind.optional(),
  unread: z.literal('only', 'is not what can be asked; write only, or leave it out').optional().describe('only what whoever asks has not read'),
  after: z.uuid('is no id of a notification; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type NotificationQuery = z.output<typeof notificationQuery>;

export const notificationsRead = z.strictObject({ ids: z.array(z.uuid('is no id of a notification')).min(1).max(200) }).meta({ id: 'NotificationsRead', example: { ids: [example.id] } });

export type NotificationsRead = z.output<typeof notificationsRead>;
