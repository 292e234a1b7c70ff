import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { type StoreResult } from '../platform/jobs/job-kind.js';
import { type JobProgress } from '../platform/jobs/job-view.js';
import { type DomainError } from '../platform/problem/domain-error.js';
import { problemOf } from '../platform/problem/problem-of.js';
import { JobLost } from './job-lost.js';
import { JobEntity } from './job.entity.js';
import { enqueue, type QueuedJob } from '../platform/jobs/queue.js';

/** A job in the hands of this process, for as long as nobody takes it with a higher fencing number. */
export interface JobClaim extends QueuedJob {
  readonly fence: number;
  readonly kind: string;
  readonly input: string;
  readonly asker: Pick<Principal, 'organisationId' | 'kind' | 'id'>;
  readonly askedAt: Date;
  readonly attempts: number;
}

interface ClaimedRow {
  readonly fence: number;
  readonly kind: string;
  readonly input: string;
  readonly asker_kind: Principal['kind'];
  readonly asked_by: string;
  readonly created_at: Date;
  readonly attempts: number;
}

/** What else is written in the transaction that lets go of a job. */
type Noted = (manager: EntityManager) => Promise<void>;

/** Taking jobs and letting go of them. Every change but the taking is refused to a holder whose fencing number is not the last. */
@Injectable()
export class JobClaimsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  /** Takes a job that waits, or that a process has died over; nothing where it has ended. */
  async take({ organisationId, id }: QueuedJob, worker: string): Promise<JobClaim | undefined> {
    const [[row]] = await this.scope.run(organisationId, (manager): Promise<[ClaimedRow[], number]> =>
      manager.query(
        `UPDATE jobs SET state = 'running', fence = fence + 1, attempts = attempts + 1, worker = $3, started_at = $4, progress = NULL
         WHERE organisation_id = $1 AND id = $2 AND state IN ('waiting', 'running')
         RETURNING fence, kind, input, asker_kind, asked_by, created_at, attempts`,
        [organisationId, id, worker, this.clock.now()],
      ),
    );
    if (row === undefined) return undefined;
    const { fence, kind, input, attempts, asker_kind: askerKind, asked_by: askedBy, created_at: askedAt } = row;
    return { organisationId, id, fence, kind, input, attempts, askedAt, asker: { organisationId, kind: askerKind, id: askedBy } };
  }

  /** Writes down how far the job is. @returns whether it is still this process's to work on */
  async keep({ organisationId, id, fence }: JobClaim, progress: JobProgress | undefined): Promise<boolean> {
    const [, kept] = await this.scope.run(organisationId, (manager): Promise<[unknown[], number]> =>
      manager.query("UPDATE jobs SET progress = coalesce($4::jsonb, progress) WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'", [organisationId, id, fence, progress === undefined ? null : JSON.stringify(progress)]),
    );
    return kept === 1;
  }

  /** Whether the job ended while this process was the last that had taken it: it was cancelled. */
  async wasCancelled({ organisationId, id, fence }: JobClaim): Promise<boolean> {
    return this.scope.run(organisationId, (manager) => manager.existsBy(JobEntity, { organisationId, id, fence, state: 'cancelled' }));
  }

  /** Stores what came out and ends the job, both or neither. @throws JobLost */
  finish(claim: JobClaim, progress: JobProgress | undefined, store: StoreResult): Promise<void> {
    return this.holding(claim, async (manager) => {
      const result = await store(manager);
      const all = progress && { ...progress, done: progress.total, what: 'done' };
      await manager.update(JobEntity, { organisationId: claim.organisationId, id: claim.id }, { state: 'done', endedAt: this.clock.now(), result, ...(all === undefined ? {} : { progress: all }) });
      await this.note(manager, claim, 'job.finish', { digest: result.digest });
    });
  }

  /** @throws JobLost */
  fail(claim: JobClaim, error: DomainError, also: Noted): Promise<void> {
    return this.holding(claim, async (manager) => {
      await manager.update(JobEntity, { organisationId: claim.organisationId, id: claim.id }, { state: 'failed', endedAt: this.clock.now(), problem: problemOf(error, claim.id) });
      await this.note(manager, claim, 'job.fail', { code: error.code });
      await also(manager);
    });
  }

  /** Lets the job wait again. An attempt that was cut short without a fault of the job does not count. @throws JobLost */
  giveBack(claim: JobClaim, { counts, delaySeconds }: { readonly counts: boolean; readonly delaySeconds: number }, also?: Noted): Promise<void> {
    return this.holding(claim, async (manager) => {
      await manager.update(JobEntity, { organisationId: claim.organisationId, id: claim.id }, { state: 'waiting', progress: null, attempts: claim.attempts - (counts ? 0 : 1) });
      await enqueue(manager, claim, delaySeconds);
      await also?.(manager);
    });
  }

  private holding({ organisationId, id, fence }: JobClaim, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.scope.run(organisationId, async (manager) => {
      const held: unknown[] = await manager.query("SELECT 1 FROM jobs WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running' FOR UPDATE", [organisationId, id, fence]);
      if (held.length === 0) throw new JobLost(id);
      await work(manager);
    });
  }

  private note(manager: EntityManager, { organisationId, id, kind, attempts }: JobClaim, action: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.log.append(manager, { organisationId, kind: 'system', id: 'system' }, action, `job/${id}`, { kind, attempts, ...details });
  }
}
