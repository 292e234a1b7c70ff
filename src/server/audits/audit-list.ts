import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';

/** Query of `GET /audits`; newest first. */
export const auditQuery = z.strictObject({
  conclusion: z.enum(['conforming', 'non-conforming', 'inconclusive'], 'is no conclusion; write conforming, non-conforming or inconclusive').optional(),
  of: z.enum(['register', 'files'], 'is nothing that is audited; write register or files').optional().describe('only audits of the register, or only those of files that were sent'),
  after: z.uuid('is not the id of an audit; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type AuditQuery = z.output<typeof auditQuery>;

const auditSummary = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  requestedBy: z.uuid(),
  asOf: z.iso.datetime(),
  revision: z.int().nullable().describe('of the register; absent where files were sent'),
  part: z.object({ only: z.array(z.string()), subjects: z.int(), of: z.int() }).nullable().describe('what part of the register it is of, with the number of subjects judged and of all; absent where it is of the whole'),
  engine: z.string(),
  conclusion: z.string(),
  blocked: z.boolean(),
  counts: z.record(z.string(), z.int()).describe('rules by outcome'),
  digests: z.object({ snapshot: z.string(), facts: z.string(), packs: z.record(z.string(), z.string()), result: z.string() }),
  emptiedAt: z.iso.datetime().nullable().describe('when its input and result were deleted, as the organisation keeps them no longer'),
});

export type AuditSummary = z.output<typeof auditSummary>;

export const auditPage = z.object({ items: z.array(auditSummary), total: z.int().describe('audits that fit, on all pages'), next: z.uuid().nullable().describe('`after` of the next page') }).meta({
  id: 'AuditPage',
  example: {
    items: [
      {
        id: '01990000-0000-7000-8000-000000000000',
        createdAt: '2026-11-23T12:00:00.000Z',
        requestedBy: '01990000-0000-7000-8000-000000000002',
        asOf: '2026-11-23T12:00:00.000Z',
        revision: 12,
        part: null,
        engine: 'domicile/0.1.0',
        conclusion: 'non-conforming',
        blocked: true,
        counts: { fail: 3, unknown: 1, pass: 208, 'not-applicable': 95, error: 0 },
        digests: { snapshot: 'sha256:5f1c…', facts: 'sha256:77ab…', packs: { 'transfers@1.0.0': 'sha256:0c3e…' }, result: 'sha256:b41d…' },
        emptiedAt: null,
      },
    ],
    total: 1,
    next: null,
  },
});

export type AuditPage = z.output<typeof auditPage>;
