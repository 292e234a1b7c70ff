import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { retentionRuleNames, retentionRules, type RetentionRule, type RetentionRuleName } from './retention-rules.js';

const longest = 36_500;

const daysOf = ({ usual, least, what }: RetentionRule) => z.int('is not a whole number of days').min(least, `is too short; write ${least} days or more, or null to keep it for ever`).max(longest).nullable().default(usual).describe(`${what}; null keeps them for ever`);

type Days = Record<RetentionRuleName, ReturnType<typeof daysOf>>;

const days = Object.fromEntries(retentionRuleNames.map((name) => [name, daysOf(retentionRules[name])])) as Days;

const usual = Object.fromEntries(retentionRuleNames.map((name) => [name, retentionRules[name].usual])) as Record<RetentionRuleName, number | null>;

/** Body of `PUT /retention`. */
export const retentionTerms = z.strictObject(days).meta({ id: 'RetentionTerms', example: { ...usual, jobs: 90, reports: 730 } });

export type RetentionTerms = z.output<typeof retentionTerms>;

export const retentionSettings = z.object({ ...days, version: z.int().describe('0 until they are changed for the first time'), changedAt: z.iso.datetime().nullable() }).meta({ id: 'RetentionSettings', example: { ...usual, version: 0, changedAt: null } });

export type RetentionSettings = z.output<typeof retentionSettings>;

const rule = z.enum(retentionRuleNames as [RetentionRuleName, ...RetentionRuleName[]]);

const agedExample = { rule: 'jobs' as const, table: 'jobs', before: '2026-08-30T02:00:00.000Z', rows: 1204, oldest: '2026-03-01T08:00:00.000Z' };

export const retentionPreview = z
  .object({
    at: z.iso.datetime(),
    items: z.array(z.object({ rule, table: z.string(), before: z.iso.datetime().describe('what is older is old'), rows: z.int(), oldest: z.iso.datetime().nullable() })).describe('what a run would delete now, in the order it would; what is held by some of it alone, such as the files of jobs and pulls and the audits of reports, goes as well and is not counted yet'),
  })
  .meta({ id: 'RetentionPreview', example: { at: '2026-11-28T02:00:00.000Z', items: [agedExample] } });

export type RetentionPreview = z.output<typeof retentionPreview>;

const deleted = z.array(z.object({ rule, table: z.string(), before: z.iso.datetime().nullable(), rows: z.int() }));

export type Deleted = z.output<typeof deleted>;

const runExample = { id: '01990000-0000-7000-8000-000000000040', at: '2026-11-28T02:00:04.000Z', deleted: [{ rule: 'jobs' as const, table: 'jobs', before: agedExample.before, rows: 1204 }] };

export const retentionRun = z.object({ id: z.uuid(), at: z.iso.datetime(), deleted }).meta({ id: 'RetentionRun', example: runExample });

export type RetentionRun = z.output<typeof retentionRun>;

export const retentionRunPage = z.object({ items: z.array(retentionRun).describe('newest first'), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'RetentionRunPage', example: { items: [runExample], total: 1, next: null } });

export type RetentionRunPage = z.output<typeof retentionRunPage>;

export const retentionRunQuery = z.strictObject({ after: z.uuid('is not the id of a run; write `next` of the page before').optional(), limit: pageLimit(200, 50) });

export type RetentionRunQuery = z.output<typeof retentionRunQuery>;
