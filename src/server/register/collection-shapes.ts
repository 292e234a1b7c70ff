import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { importProblem } from './import-shapes.js';

export const collectionList = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        revision: z.int().describe('with which it became what it is'),
        files: z.array(z.object({ path: z.string().describe('in the register; within the collection without its first part'), sha256: z.string(), size: z.int().describe('in bytes') })),
        problems: z.array(importProblem).describe('what an audit says of its files'),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'CollectionList', example: { items: [{ name: 'claims-service', revision: 12, files: [{ path: 'claims-service/domicile.yaml', sha256: '5f1c'.repeat(16), size: 412 }], problems: [] }], total: 1 } });

export type CollectionList = z.output<typeof collectionList>;

export const revisionQuery = z.strictObject({
  before: z.coerce.number('is not a number; write that of a revision').int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe('`next` of the page before'),
  limit: pageLimit(200, 50),
});

export type RevisionQuery = z.output<typeof revisionQuery>;

export const revisionPage = z
  .object({
    items: z.array(z.object({ revision: z.int(), changedAt: z.iso.datetime(), changedBy: z.object({ kind: z.string(), id: z.uuid() }), reason: z.string(), counts: z.record(z.string(), z.int()) })),
    total: z.int(),
    next: z.int().nullable().describe('`before` of the next page'),
  })
  .meta({ id: 'RevisionPage', example: { items: [{ revision: 12, changedAt: '2026-11-23T12:00:00.000Z', changedBy: { kind: 'user', id: '01990000-0000-7000-8000-000000000003' }, reason: 'first state of the claims service', counts: { added: 1 } }], total: 1, next: null } });

export type RevisionPage = z.output<typeof revisionPage>;
