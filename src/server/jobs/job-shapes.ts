import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { jobExample, jobState, jobView } from '../platform/jobs/job-view.js';
import { jobKinds } from './job-kinds.js';

const [first, ...others] = jobKinds.map(({ description: { id, input } }) => z.strictObject({ kind: z.literal(id), input }));
const kindNames = jobKinds.map(({ description }) => description.id).join(', ');

/** Body of `POST /jobs`. */
export const newJob = z.discriminatedUnion('kind', first === undefined ? [] as never : [first, ...others], { error: `is no kind of job; write one of ${kindNames}` }).meta({ example: { kind: 'report', input: { audit: '01990000-0000-7000-8000-000000000000', template: 'board-brief', language: 'de' } } });

export interface NewJob {
  readonly kind: string;
  readonly input: unknown;
}

export const jobPage = z.object({ items: z.array(jobView), total: z.int().describe('jobs that fit, on all pages'), next: z.uuid().nullable().describe('`after` of the next page') }).meta({ id: 'JobPage', example: { items: [jobExample], total: 1, next: null } });

export type JobPage = z.output<typeof jobPage>;

/** Query of `GET /jobs`; newest first. */
export const jobQuery = z.strictObject({
  state: jobState.optional(),
  kind: z.string().max(100).optional(),
  after: z.uuid('is not the id of a job; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type JobQuery = z.output<typeof jobQuery>;
