import { z } from 'zod';
import { recordId as deploymentId } from '../../core/inventory/record-id.js';
import { keepableText } from '../platform/http/keepable-text.js';
import { pageLimit } from '../platform/http/page-limit.js';
import { plainText } from '../platform/http/plain-text.js';

const states = ['in-force', 'expired', 'revoked', 'replaced'] as const;

export const clearanceQuery = z.strictObject({
  deployment: keepableText.max(300).optional().describe('only what was cleared for this deployment'),
  after: z.coerce.number('is not a number; write `next` of the page before').int().min(0).max(2_147_483_647).optional(),
  limit: pageLimit(200, 50),
});

export type ClearanceQuery = z.output<typeof clearanceQuery>;

const example = {
  id: '01990000-0000-7000-8000-000000000009',
  name: 'C-3',
  deployment: 'claims-assistant',
  audit: '01990000-0000-7000-8000-000000000001',
  state: 'in-force',
  weights: [{ artefact: 'llama-1', sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' }],
  imageDigest: 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  reason: 'the assessment of November is signed',
  grantedBy: '01990000-0000-7000-8000-000000000003',
  grantedAt: '2026-11-23T12:00:00.000Z',
  expiresAt: '2027-05-31T00:00:00.000Z',
  revokedAt: null,
  revokedBy: null,
  revokedFor: null,
};

export const clearanceView = z
  .object({
    id: z.uuid(),
    name: z.string().describe('as people call it'),
    deployment: deploymentId,
    audit: z.uuid().describe('the audit that it passed'),
    state: z.enum(states).describe('only the newest of a deployment is in force, unless it has expired or was revoked; one that was replaced never comes back'),
    weights: z.array(z.object({ artefact: z.string(), sha256: z.string() })).describe('every weight file that was cleared'),
    imageDigest: z.string().nullable().describe('null: it is run from no image'),
    reason: z.string(),
    grantedBy: z.uuid(),
    grantedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().describe('exclusive'),
    revokedAt: z.iso.datetime().nullable(),
    revokedBy: z.uuid().nullable(),
    revokedFor: z.string().nullable(),
  })
  .meta({ id: 'Clearance', example });

export type ClearanceView = z.output<typeof clearanceView>;

export const clearancePage = z.object({ items: z.array(clearanceView).describe('newest first'), total: z.int(), next: z.int().nullable() }).meta({ id: 'ClearancePage', example: { items: [example], total: 1, next: null } });

export type ClearancePage = z.output<typeof clearancePage>;

export const revocation = z.strictObject({ reason: plainText(2000) }).meta({ id: 'Revocation', example: { reason: 'a flaw of the engine became known' } });

export type Revocation = z.output<typeof revocation>;
