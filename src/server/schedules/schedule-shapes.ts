import { z } from 'zod';
import { ScheduledAuditService } from '../audits/scheduled-audit.service.js';
import { RecipientsService } from '../deliveries/recipients.service.js';
import { pageLimit } from '../platform/http/page-limit.js';
import { plainText } from '../platform/http/plain-text.js';
import { recurrenceOf } from './recurrence.js';

const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/, 'is no time zone; write an IANA name such as Europe/Berlin')
  .refine(isTimeZone, 'is no time zone that this server knows; write an IANA name such as Europe/Berlin');

const cron = z
  .string()
  .trim()
  .max(200)
  .regex(/^\S+( \S+){4}$/, 'is no cron expression of five parts; write minute, hour, day of month, month and day of week, such as 0 8 * * 1');

/** When a report is made of an audit; every run audits. */
export const reportConditions = ['always', 'changed', 'worse'] as const;

/** Body of `POST /schedules` and `PUT /schedules/:id`. */
export const scheduleDraft = z
  .strictObject({
    name: plainText(200),
    cron: cron.describe('five parts: minute, hour, day of month, month, day of week'),
    timeZone: timeZone.default('UTC').describe('IANA name; what a change of clocks leaves out comes at the next instant there is, what it repeats comes once'),
    audit: ScheduledAuditService.wanted.default({}).describe('what to audit, as in POST /audits; always the register as it stands then'),
    report: ScheduledAuditService.form.default({ template: 'full-audit', language: 'en' }),
    condition: z.enum(reportConditions, `is no condition; write ${reportConditions.join(', ')}`).default('always').describe('make a report always, only where something changed since the run before, or only where the conclusion got worse; the first run makes one'),
    recipients: RecipientsService.list.describe('who gets the report: people who may read it, addresses of allowed domains, webhooks and folders of the deliveries file'),
    enabled: z.boolean().default(true).describe('false pauses it'),
  })
  .superRefine((draft, context) => {
    try {
      if (recurrenceOf(draft).after(new Date(0), 1).length === 0) context.addIssue({ code: 'custom', path: ['cron'], message: 'names a day that never comes; write another' });
    } catch (error) {
      context.addIssue({ code: 'custom', path: ['cron'], message: `cannot be read (${error instanceof Error ? error.message : String(error)}); write one such as 0 8 * * 1` });
    }
  })
  .meta({ id: 'ScheduleDraft', example: { name: 'Monday report of the risk committee', cron: '0 8 * * 1', timeZone: 'Europe/Berlin', audit: { packs: ['transfers'] }, report: { template: 'board-brief', language: 'de' }, condition: 'changed', recipients: [{ kind: 'email', address: 'board@example.org' }], enabled: true } });

export type ScheduleDraft = z.output<typeof scheduleDraft>;

const runState = z.enum(['waiting', 'reported', 'skipped', 'failed'], 'is no state of a run; write waiting, reported, skipped or failed');

const example = {
  ...{ id: '01990000-0000-7000-8000-000000000010', version: 1, name: 'Monday report of the risk committee', cron: '0 8 * * 1', timeZone: 'Europe/Berlin', audit: { packs: ['transfers'] }, report: { template: 'board-brief' as const, language: 'de' as const }, condition: 'changed' as const, recipients: [{ kind: 'email' as const, address: 'board@example.org' }], enabled: true },
  next: ['2026-11-30T07:00:00.000Z', '2026-12-07T07:00:00.000Z'],
  createdAt: '2026-11-23T12:00:00.000Z',
  createdBy: '01990000-0000-7000-8000-000000000003',
  changedAt: '2026-11-23T12:00:00.000Z',
};

export const scheduleView = z
  .object({
    ...scheduleDraft.shape,
    id: z.uuid(),
    version: z.int(),
    next: z.array(z.iso.datetime()).describe('when it is due next; empty where it is paused'),
    createdAt: z.iso.datetime(),
    createdBy: z.uuid().describe('who made it; it belongs to the organisation and goes on when that person leaves'),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Schedule', example });

export type ScheduleView = z.output<typeof scheduleView>;

export const schedulePage = z.object({ items: z.array(scheduleView), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'SchedulePage', example: { items: [example], total: 1, next: null } });

export type SchedulePage = z.output<typeof schedulePage>;

export const scheduleQuery = z.strictObject({ after: z.uuid('is not the id of a schedule; write `next` of the page before').optional(), limit: pageLimit(200, 50) });

export type ScheduleQuery = z.output<typeof scheduleQuery>;

const runExample = {
  id: '01990000-0000-7000-8000-000000000011',
  schedule: example.id,
  dueAt: '2026-11-30T07:00:00.000Z',
  why: 'due' as const,
  askedBy: null,
  state: 'reported' as const,
  job: '01990000-0000-7000-8000-000000000004',
  audit: '01990000-0000-7000-8000-000000000000',
  report: '01990000-0000-7000-8000-000000000012',
  conclusion: 'non-conforming',
  note: null,
  endedAt: '2026-11-30T07:00:04.000Z',
};

export const runView = z
  .object({
    id: z.uuid(),
    schedule: z.uuid(),
    dueAt: z.iso.datetime(),
    why: z.enum(['due', 'asked']).describe('due by its times, or asked for by someone'),
    askedBy: z.uuid().nullable(),
    state: runState.describe('skipped: audited, and no report made since its condition did not hold'),
    job: z.uuid().nullable(),
    audit: z.uuid().nullable(),
    report: z.uuid().nullable(),
    conclusion: z.string().nullable(),
    note: z.string().nullable().describe('why it was skipped or failed'),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ScheduleRun', example: runExample });

export type RunView = z.output<typeof runView>;

export const runPage = z.object({ items: z.array(runView).describe('newest first'), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'ScheduleRunPage', example: { items: [runExample], total: 1, next: null } });

export type RunPage = z.output<typeof runPage>;

export const runQuery = z.strictObject({ state: runState.optional(), after: z.uuid('is not the id of a run; write `next` of the page before').optional(), limit: pageLimit(200, 50) });

export type RunQuery = z.output<typeof runQuery>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
