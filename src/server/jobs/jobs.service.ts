import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager, type FindOptionsSelect } from 'typeorm';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { type JobResult } from '../platform/jobs/job-kind.js';
import { type JobView } from '../platform/jobs/job-view.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { JobRegistry } from './job-registry.js';
import { type JobPage, type JobQuery, type NewJob } from './job-shapes.js';
import { JobEntity } from './job.entity.js';
import { dequeue, enqueue } from '../platform/jobs/queue.js';
import { viewOfJob } from './view-of-job.js';

/** Everything but the input, which may be large. */
const shown: FindOptionsSelect<JobEntity> = { id: true, kind: true, state: true, progress: true, askerKind: true, askedBy: true, requestDigest: true, createdAt: true, startedAt: true, endedAt: true, attempts: true, result: true, problem: true };

@Injectable()
export class JobsService extends JobDesk {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly registry: JobRegistry,
  ) {
    super();
  }

  /**
   * Lets a job wait for a process that is free. The same idempotency key with the same request answers the job that it made before.
   *
   * @throws DomainError `not-allowed` where the asker may not do what the job does, `conflict` where the idempotency key came with another request
   */
  async ask(asker: Principal, wanted: NewJob, idempotencyKey?: string): Promise<{ readonly job: JobView; readonly made: boolean }> {
    return this.scope.run(asker.organisationId, (manager) => this.askWithin(manager, asker, wanted, idempotencyKey));
  }

  async askWithin(manager: EntityManager, asker: Principal, { kind, input }: NewJob, idempotencyKey?: string): Promise<{ readonly job: JobView; readonly made: boolean }> {
    const { permission } = this.registry.get(kind);
    if (!asker.permissions.includes(permission)) throw new DomainError('not-allowed', `a job of kind ${kind} needs the scope ${permission}, which the key or role does not give; ask an administrator for it`);
    const { organisationId } = asker;
    const createdAt = this.clock.now();
    const id = uuidV7(createdAt.getTime());
    const requestDigest = digestOf(canonicalJson({ kind, input }));
    const made: unknown[] = await manager.query(
      `INSERT INTO jobs (organisation_id, id, kind, state, input, asker_kind, asked_by, idempotency_key, request_digest, created_at)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9) ON CONFLICT (organisation_id, asked_by, idempotency_key) DO NOTHING RETURNING id`,
      [organisationId, id, kind, JSON.stringify(input), asker.kind, asker.id, idempotencyKey ?? null, requestDigest, createdAt],
    );
    if (made.length === 0) return { job: viewOfJob(await this.earlier(manager, asker, idempotencyKey ?? '', requestDigest)), made: false };
    await enqueue(manager, { organisationId, id });
    await this.log.append(manager, asker, 'job.create', `job/${id}`, { kind, requestDigest });
    return { job: viewOfJob(await this.find(manager, asker, id)), made: true };
  }

  async isUnfinished(manager: EntityManager, organisationId: string, kind: string): Promise<boolean> {
    return manager.existsBy(JobEntity, { organisationId, kind, state: In(['waiting', 'running']) });
  }

  /** Jobs of the organisation, newest first. */
  async list(asker: Principal, { state, kind, after, limit }: JobQuery): Promise<JobPage> {
    const { organisationId } = asker;
    const fitting = { ...shownTo(asker), ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }) };
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(JobEntity, { select: shown, where: { ...fitting, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 });
      const items = found.slice(0, limit).map(viewOfJob);
      return { items, total: await manager.countBy(JobEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<JobView> {
    return viewOfJob(await this.scope.run(asker.organisationId, (manager) => this.find(manager, asker, id)));
  }

  /**
   * Ends a job that waits or runs; what runs stops within a second, and nothing of it is stored. Cancelling again changes nothing.
   *
   * @throws DomainError `unknown-record`, `conflict` where it has ended already, `not-allowed` where it is another's and the asker may cancel own ones only
   */
  async cancel(asker: Principal, id: string): Promise<JobView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM jobs WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [organisationId, id]);
      const job = await this.find(manager, asker, id);
      if (job.askedBy !== asker.id && !asker.permissions.includes('job:cancel')) throw new DomainError('not-allowed', "this job is another's, and to cancel it needs the scope job:cancel; ask an administrator for it");
      if (job.state === 'cancelled') return viewOfJob(job);
      if (job.state !== 'waiting' && job.state !== 'running') throw new DomainError('conflict', `job ${id} is ${job.state} already; there is nothing left to cancel`);
      await manager.update(JobEntity, { organisationId, id }, { state: 'cancelled', endedAt: this.clock.now() });
      if (job.state === 'waiting') await dequeue(manager, id);
      const { input } = await manager.findOneOrFail(JobEntity, { select: { input: true }, where: { organisationId, id } });
      await this.registry.get(job.kind).kind.stopped?.(manager, JSON.parse(input), { organisationId, state: 'cancelled' });
      await this.log.append(manager, asker, 'job.cancel', `job/${id}`, { was: job.state });
      return viewOfJob(await this.find(manager, asker, id));
    });
  }

  /** @throws DomainError `unknown-record`, `conflict` where the job has no result, `not-allowed` where the asker may not do what the job did */
  async result(asker: Principal, id: string): Promise<{ readonly bytes: Uint8Array; readonly result: JobResult }> {
    const { organisationId } = asker;
    const { kind: kindId, state, result, problem } = await this.scope.run(organisationId, (manager) => this.find(manager, asker, id));
    if (result === null) throw new DomainError('conflict', problem === null ? `job ${id} is ${state} and has no result; ask for it when it is done` : `job ${id} failed and has no result: ${problem.detail}`);
    const { kind, readPermission } = this.registry.get(kindId);
    if (!asker.permissions.includes(readPermission)) throw new DomainError('not-allowed', `the result of a job of kind ${kindId} needs the scope ${readPermission}, which the key or role does not give; ask an administrator for it`);
    return { bytes: await kind.read(asker, result.reference), result };
  }

  private async earlier(manager: EntityManager, { organisationId, id: askedBy }: Principal, idempotencyKey: string, requestDigest: string): Promise<JobEntity> {
    const earlier = await manager.findOneOrFail(JobEntity, { select: shown, where: { organisationId, askedBy, idempotencyKey } });
    if (earlier.requestDigest !== requestDigest) throw new DomainError('conflict', `the Idempotency-Key came before with another request, which made job ${earlier.id}; send another key`);
    return earlier;
  }

  private async find(manager: EntityManager, asker: Principal, id: string): Promise<JobEntity> {
    const job = await manager.findOne(JobEntity, { select: shown, where: { ...shownTo(asker), id } });
    if (job === null) throw new DomainError('unknown-record', `there is no job ${id}; list the jobs to find its id`);
    return job;
  }
}

/** Jobs tell of the records they worked on, so someone who reads those of some units only sees own jobs. */
function shownTo({ organisationId, id, confined }: Principal): { readonly organisationId: string; readonly askedBy?: string } {
  return { organisationId, ...(confined?.reading === true ? { askedBy: id } : {}) };
}
