import { z } from 'zod';
import { problemDocument } from '../platform/problem/problem-document.js';
import { jobKinds } from './job-kinds.js';

export const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'], 'is no state of a job; write waiting, running, done, failed or cancelled');

export type JobState = z.output<typeof jobState>;

const [first, ...others] = jobKinds.map(({ description: { id, input } }) => z.strictObject({ kind: z.literal(id), input }));
const kindNames = jobKinds.map(({ description }) => description.id).join(', ');

/** Body of `POST /jobs`. */
export const newJob = z.discriminatedUnion('kind', first === undefined ? [] as never : [first, ...others], { error: `is no kind of job; write one of ${kindNames}` });

export interface NewJob {
  readonly kind: string;
  readonly input: unknown;
}

const progress = z.object({ done: z.int(), total: z.int(), what: z.string() });

export type JobProgress = z.output<typeof progress>;

export const jobView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: jobState,
    progress: progress.nullable().describe('how far it is, and with what; absent before it begins'),
    askedBy: z.object({ kind: z.enum(['api-key', 'user']), id: z.uuid() }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    attempts: z.int().describe('how often it was begun'),
    result: z.object({ address: z.string(), mediaType: z.string(), digest: z.string(), size: z.int().describe('in bytes'), location: z.string().optional().describe('address of the record that the job made') }).nullable(),
    problem: problemDocument.nullable().describe('why it failed; `instance` is the id of the job'),
  })
  .meta({ id: 'Job' });

export type JobView = z.output<typeof jobView>;

export const jobPage = z.object({ items: z.array(jobView), total: z.int().describe('jobs that fit, on all pages'), next: z.uuid().nullable().describe('`after` of the next page') }).meta({ id: 'JobPage' });

export type JobPage = z.output<typeof jobPage>;

/** Query of `GET /jobs`; newest first. */
export const jobQuery = z.strictObject({
  state: jobState.optional(),
  kind: z.string().max(100).optional(),
  after: z.uuid('is not the id of a job; write `next` of the page before').optional(),
  limit: z.coerce.number('is not a number; write one from 1 to 200').int('is not whole; write a number from 1 to 200').min(1, 'is less than 1; write a number from 1 to 200').max(200, 'is more than 200; write a number from 1 to 200').default(50),
});

export type JobQuery = z.output<typeof jobQuery>;
