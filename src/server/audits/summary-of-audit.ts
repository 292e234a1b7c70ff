import { type AuditSummary } from './audit-list.js';
import { type AuditEntity } from './audit.entity.js';

export function summaryOfAudit({ id, createdAt, requestedBy, asOf, registerRevision, part, engine, conclusion, blocked, counts, snapshotDigest, factsDigest, packDigests, resultDigest, emptiedAt }: Omit<AuditEntity, 'organisationId' | 'request' | 'result'>): AuditSummary {
  return {
    id,
    createdAt: createdAt.toISOString(),
    requestedBy,
    asOf: asOf.toISOString(),
    revision: registerRevision === null ? null : Number(registerRevision),
    part: part === null ? null : { ...part, only: [...part.only] },
    engine,
    conclusion,
    blocked,
    counts: { ...counts },
    digests: { snapshot: snapshotDigest, facts: factsDigest, packs: { ...packDigests }, result: resultDigest },
    emptiedAt: emptiedAt?.toISOString() ?? null,
  };
}
