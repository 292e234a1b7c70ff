import { z } from 'zod';
import { problemDocument } from '../problem/problem-document.js';

export const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'], 'is no state of a job; write waiting, running, done, failed or cancelled');

export type JobState = z.output<typeof jobState>;

const progress = z.object({ done: z.int(), total: z.int(), what: z.string() });

export type JobProgress = z.output<typeof progress>;

/** A job as it is answered. */
export const jobExample = {
  id: '01990000-0000-7000-8000-000000000004',
  kind: 'report',
  state: 'done',
  progress: { done: 2, total: 2, what: 'done' },
  askedBy: { kind: 'api-key', id: '01990000-0000-7000-8000-000000000002' },
  createdAt: '2026-11-23T12:00:00.000Z',
  startedAt: '2026-11-23T12:00:00.010Z',
  endedAt: '2026-11-23T12:00:01.250Z',
  attempts: 1,
  result: { address: '/api/v1/jobs/01990000-0000-7000-8000-000000000004/result', mediaType: 'application/pdf', digest: `sha256:${'5f1c'.repeat(16)}`, size: 84213 },
  problem: null,
};

export const jobView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: jobState,
    progress: progress.nullable().describe('how far it is, and with what; absent before it begins'),
    askedBy: z.object({ kind: z.enum(['api-key', 'user', 'system']), id: z.uuid() }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    attempts: z.int().describe('how often it was begun'),
    result: z.object({ address: z.string(), mediaType: z.string(), digest: z.string(), size: z.int().describe('in bytes'), location: z.string().optional().describe('address of the record that the job made') }).nullable(),
    problem: problemDocument.nullable().describe('why it failed; `instance` is the id of the job'),
  })
  .meta({ id: 'Job', example: jobExample });

export type JobView = z.output<typeof jobView>;
