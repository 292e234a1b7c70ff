import { z } from 'zod';
import { problemDocument } from '../problem/problem-document.js';

export const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'], 'is no state of a job; write waiting, running, done, failed or cancelled');

export type JobState = z.output<typeof jobState>;

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
