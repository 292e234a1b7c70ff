import { Injectable } from '@nestjs/common';
import { type Counter } from 'prom-client';
import { type EntityManager } from 'typeorm';
import { PrincipalsService } from '../access/principals.service.js';
import { JobLogger } from './job-logger.js';
import { type JobProgress } from '../platform/jobs/job-view.js';
import { type JobStop } from '../platform/jobs/job-kind.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { toDomainError } from '../platform/problem/to-domain-error.js';
import { JobClaimsService, type JobClaim } from './job-claims.service.js';
import { JobLost } from './job-lost.js';
import { JobRegistry } from './job-registry.js';
import { JobsService } from './jobs.service.js';
import { type QueuedJob } from '../platform/jobs/queue.js';

/** How often a job is begun before it counts as one that cannot be done, unless its kind says otherwise. */
const usualAttempts = 5;
const firstDelay = 2;
/** Seconds between attempts at most, where nothing else is asked for. */
const longestDelay = 300;

interface Running {
  readonly claim: JobClaim;
  readonly controller: AbortController;
  /** What is cleared away when the attempt has ended. */
  readonly afterwards: (() => Promise<void>)[];
  progress?: JobProgress;
}

/** Reason of a signal: this process stops. */
class Stopping extends Error {}

/** Runs jobs of any kind, each under the eyes of its fencing number. */
@Injectable()
export class JobRunnerService {
  private readonly running = new Set<Running>();
  private readonly ended: Counter;

  constructor(
    private readonly claims: JobClaimsService,
    private readonly principals: PrincipalsService,
    private readonly registry: JobRegistry,
    private readonly jobs: JobsService,
    private readonly logger: JobLogger,
    metrics: Metrics,
  ) {
    metrics.gauge('domicile_jobs_running', 'Jobs that this process works on', () => this.running.size);
    this.ended = metrics.counter('domicile_jobs_ended_total', 'Jobs that this process has ended', ['kind', 'state']);
  }

  /** Works on a job until it has ended or must wait again. @throws JobLost where it is another's now; any error where the database did not take the outcome */
  async run(queued: QueuedJob, worker: string): Promise<void> {
    const claim = await this.claims.take(queued, worker);
    if (claim === undefined) return;
    const running: Running = { claim, controller: new AbortController(), afterwards: [] };
    this.running.add(running);
    try {
      await this.work(running);
      this.ended.inc({ kind: claim.kind, state: 'done' });
    } catch (error) {
      await this.letGo(running, error);
    } finally {
      this.running.delete(running);
      await this.clearAway(running);
    }
  }

  /** Writes down how far every job is, and calls off the work on those that were cancelled or taken away. */
  async look(): Promise<void> {
    for (const running of this.running) {
      const kept = await this.claims.keep(running.claim, running.progress);
      if (!kept && this.running.has(running)) running.controller.abort(new JobLost(running.claim.id));
    }
  }

  /** Gives every job back. */
  stop(): void {
    for (const { controller } of this.running) controller.abort(new Stopping());
  }

  private async work(running: Running): Promise<void> {
    const { claim, controller } = running;
    const { kind, permission, mostAttempts = usualAttempts } = this.registry.get(claim.kind);
    if (claim.attempts > mostAttempts) throw new DomainError('internal', `the server ended ${mostAttempts} times while it worked on this job; give its id to who runs the server`);
    const asker = await this.principals.find(claim.asker);
    if (asker?.permissions.includes(permission) !== true) throw new DomainError('not-allowed', `who asked for this job has not the scope ${permission} any more; ask again with a key or role that gives it`);
    const store = await kind.run(JSON.parse(claim.input), {
      asker,
      askedAt: claim.askedAt,
      attempt: claim.attempts,
      progress: (done, total, what) => (running.progress = { done, total, what }),
      signal: controller.signal,
      ask: async (manager, wanted) => (await this.jobs.askWithin(manager, asker, wanted)).job.id,
      afterwards: (work) => void running.afterwards.push(work),
    });
    controller.signal.throwIfAborted();
    await this.claims.finish(claim, running.progress, store);
  }

  private async clearAway({ claim, afterwards }: Running): Promise<void> {
    for (const work of afterwards) await work().catch((error: unknown) => this.logger.log.warn({ err: error, job: claim.id, kind: claim.kind }, 'a job left something behind'));
  }

  private async letGo({ claim, controller: { signal } }: Running, thrown: unknown): Promise<void> {
    const reason: unknown = signal.aborted ? signal.reason : thrown;
    if (reason instanceof JobLost) {
      this.logger.log.info({ job: claim.id, kind: claim.kind }, 'the work on a job was called off');
      // The row of the queue goes with a cancelled job; where another process works on it, the row is that one's.
      if (await this.claims.wasCancelled(claim)) return;
      throw reason;
    }
    if (reason instanceof Stopping) return this.claims.giveBack(claim, { counts: false, delaySeconds: 0 });
    const error = toDomainError(reason);
    const { mostAttempts = usualAttempts } = this.registry.knows(claim.kind) ? this.registry.get(claim.kind) : {};
    if (error.code === 'unavailable' && claim.attempts < mostAttempts) return this.claims.giveBack(claim, { counts: true, delaySeconds: error.retryAfter ?? Math.min(firstDelay ** claim.attempts, longestDelay) }, (manager) => this.tell(manager, claim, { state: 'waiting', why: error }));
    if (error.code === 'internal') this.logger.log.error({ err: error.cause ?? error, job: claim.id, kind: claim.kind }, 'a job failed');
    await this.claims.fail(claim, error, (manager) => this.tell(manager, claim, { state: 'failed', why: error }));
    this.ended.inc({ kind: claim.kind, state: 'failed' });
  }

  private async tell(manager: EntityManager, { kind, input, organisationId }: JobClaim, how: Omit<JobStop, 'organisationId'>): Promise<void> {
    if (this.registry.knows(kind)) await this.registry.get(kind).kind.stopped?.(manager, JSON.parse(input), { organisationId, ...how });
  }
}
