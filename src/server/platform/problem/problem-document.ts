import { z } from 'zod';
import { problemTypes, type ProblemCode } from './problem-types.js';

/** RFC 9457 problem details. */
export const problemDocument = z
  .object({
    type: z.string().describe('`urn:domicile:problem:` and the code'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemTypes) as ProblemCode[]).describe('stable word for machines'),
    detail: z.string().describe('culprit, cause and remedy in one sentence'),
    instance: z.string().describe('id of the request, as in the log'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional().describe('each field that is wrong'),
  })
  .meta({ id: 'Problem', example: { type: 'urn:domicile:problem:unknown-record', title: 'There is no such record', status: 404, code: 'unknown-record', detail: 'there is no audit 01990000-0000-7000-8000-000000000000; list the audits to find its id', instance: '01990000-0000-7000-8000-000000000001' } });

export type ProblemDocument = z.output<typeof problemDocument>;
