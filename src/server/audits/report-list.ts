import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { reportForm } from './report-form.js';

/** Query of `GET /reports`; newest first. */
export const reportQuery = z.strictObject({
  audit: z.uuid('is not the id of an audit').optional().describe('only reports of this audit'),
  after: z.uuid('is not the id of a report; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type ReportQuery = z.output<typeof reportQuery>;

const reportView = z.object({
  id: z.uuid(),
  audit: z.uuid(),
  ...reportForm.shape,
  createdAt: z.iso.datetime(),
  requestedBy: z.uuid().describe('the person, key or schedule that asked'),
  digest: z.string(),
  size: z.int().describe('in bytes'),
});

export type ReportView = z.output<typeof reportView>;

export const reportPage = z.object({ items: z.array(reportView).describe('newest first'), total: z.int().describe('reports that fit, on all pages'), next: z.uuid().nullable().describe('`after` of the next page') }).meta({
  id: 'ReportPage',
  example: {
    items: [{ id: '01990000-0000-7000-8000-000000000012', audit: '01990000-0000-7000-8000-000000000000', template: 'board-brief', language: 'de', createdAt: '2026-11-30T07:00:04.000Z', requestedBy: '01990000-0000-7000-8000-000000000010', digest: `sha256:${'5f1c'.repeat(16)}`, size: 84213 }],
    total: 1,
    next: null,
  },
});

export type ReportPage = z.output<typeof reportPage>;
