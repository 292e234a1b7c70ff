import { type JobEntity } from './job.entity.js';
import { type JobView } from '../platform/jobs/job-view.js';

export type JobRow = Omit<JobEntity, 'input' | 'organisationId' | 'idempotencyKey' | 'requestDigest' | 'fence' | 'worker'>;

export function viewOfJob({ id, kind, state, progress, askerKind, askedBy, createdAt, startedAt, endedAt, attempts, result, problem }: JobRow): JobView {
  return {
    id,
    kind,
    state,
    progress,
    askedBy: { kind: askerKind, id: askedBy },
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    attempts,
    result: result === null ? null : { address: `/api/v1/jobs/${id}/result`, mediaType: result.mediaType, digest: result.digest, size: result.size, ...(result.location === undefined ? {} : { location: result.location }) },
    problem,
  };
}
