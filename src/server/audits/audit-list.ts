import { z } from 'zod';

/** Query of `GET /audits`; newest first. */
export const auditQuery = z.strictObject({
  conclusion: z.enum(['conforming', 'non-conforming', 'inconclusive'], 'is no conclusion; write conforming, non-conforming or inconclusive').optional(),
  of: z.enum(['register', 'files'], 'is nothing that is audited; write register or files').optional().describe('only audits of the register, or only those of files that were sent'),
  after: z.uuid('is not the id of an audit; write `next` of the page before').optional(),
  limit: z.coerce.number('is not a number; write one from 1 to 200').int('is not whole; write a number from 1 to 200').min(1, 'is less than 1; write a number from 1 to 200').max(200, 'is more than 200; write a number from 1 to 200').default(50),
});

export type AuditQuery = z.output<typeof auditQuery>;

const auditSummary = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  requestedBy: z.uuid(),
  asOf: z.iso.datetime(),
  revision: z.int().nullable().describe('of the register; absent where files were sent'),
  engine: z.string(),
  conclusion: z.string(),
  blocked: z.boolean(),
  counts: z.record(z.string(), z.unknown()).describe('rules by outcome'),
  digests: z.object({ snapshot: z.string(), facts: z.string(), packs: z.record(z.string(), z.string()), result: z.string() }),
});

export type AuditSummary = z.output<typeof auditSummary>;

export const auditPage = z.object({ items: z.array(auditSummary), total: z.int().describe('audits that fit, on all pages'), next: z.uuid().nullable().describe('`after` of the next page') }).meta({ id: 'AuditPage' });

export type AuditPage = z.output<typeof auditPage>;
