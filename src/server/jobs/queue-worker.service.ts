import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { appRole } from '../platform/database/database-access.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { HeartbeatService } from './heartbeat.service.js';
import { JobLogger } from './job-logger.js';
import { JobRunnerService } from './job-runner.service.js';
import { JobsOptions } from './jobs-options.js';
import { TicksService } from './ticks.service.js';
import { type Aid, Aids } from '../platform/jobs/aids.js';
import { aidTask, queueTask, tickTask, type QueuedJob } from '../platform/jobs/queue.js';
import { Ticker } from '../platform/jobs/ticker.js';

const lookEvery = 1000;
const pollEvery = 1000;
/** Looks without an answer after which other processes are given time to show that they live. */
const patience = 15;
/** Seconds that the clock of this process and that of the database may be apart without a word. */
const mostApart = 30;
/** That the end of a job cannot be written down ends the queue, which is begun anew. Without a delay, even of nothing, graphile-worker 0.17 leaves that error to nobody, and the process dies of it. */
const noDelay = 0;
/** Longest wait, in milliseconds, for what the queue still writes down when it has stopped. */
const lastWords = 5000;

/** graphile-worker in this process, from its start to its end: begun again when it gives up, heard of by its heartbeat. */
@Injectable()
export class QueueWorkerService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly id = randomUUID();
  private readonly stopping = new AbortController();
  /** What locks jobs, by the name it locks them under. Mostly one; more while what was given up still has jobs in hand. */
  private readonly runners = new Map<string, Runner>();
  private life: Promise<unknown> | undefined;
  private clockIsOff = false;

  constructor(
    private readonly options: JobsOptions,
    private readonly jobs: JobRunnerService,
    private readonly heart: HeartbeatService,
    private readonly ticks: TicksService,
    private readonly ticker: Ticker,
    private readonly aids: Aids,
    private readonly logger: JobLogger,
    metrics: Metrics,
  ) {
    metrics.gauge('domicile_jobs_waiting', 'Jobs that nobody works on yet, in the whole installation', () => this.heart.waiting());
  }

  onApplicationBootstrap(): void {
    if (this.options.atOnce > 0) this.life = Promise.all([this.serve(), this.watch()]);
  }

  /** Gives back what is in hand and lets other processes know. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    const stopped = [...this.runners.values()].map(ended);
    this.jobs.stop();
    await Promise.all(stopped);
    await this.life;
  }

  private async serve(): Promise<void> {
    const pool = new pg.Pool({ connectionString: this.options.appUrl, max: this.options.atOnce + 2, options: `-c role=${appRole}`, application_name: 'domicile jobs', connectionTimeoutMillis: 10_000 });
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    while (!this.stopping.signal.aborted) {
      try {
        await this.untilItEnds(pool);
      } catch (error) {
        this.logger.log.warn({ err: error }, 'the queue does not answer; trying again');
      }
      await this.pause(pollEvery);
    }
    await untilUnused(pool);
    await pool.end();
  }

  /** Or until it was not told which job it had taken. Such a job stays locked for as long as the name it is locked under lives, so the name is given up. */
  private async untilItEnds(pgPool: pg.Pool): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    const notTold = once(events, 'worker:getJob:error');
    let name = '';
    events.on('pool:create', ({ workerPool }) => (name = workerPool.id));
    const runner = await run({
      pgPool,
      events,
      concurrency: this.options.atOnce,
      pollInterval: pollEvery,
      noHandleSignals: true,
      parsedCronItems: [],
      preset: { worker: { completeJobBatchDelay: noDelay, failJobBatchDelay: noDelay } },
      logger: new Logger(() => (level, message) => this.logger.log[['error', 'warning'].includes(level) ? 'warn' : 'debug'](message)),
      taskList: { [queueTask]: (payload) => this.jobs.run(payload as QueuedJob, this.id), [tickTask]: () => this.ticker.tick(), [aidTask]: (payload) => this.aids.give(payload as Aid) },
    });
    this.runners.set(name, runner);
    const gone = runner.promise.finally(() => this.runners.delete(name));
    if (this.stopping.signal.aborted) await runner.stop();
    await Promise.race([gone, notTold]);
    void ended(runner);
  }

  private async watch(): Promise<void> {
    let trust = patience;
    while (!this.stopping.signal.aborted) {
      try {
        this.tellOfClock(await this.heart.beat(this.id, [...this.runners.keys()]));
        await this.jobs.look();
        await this.heart.recall();
        if (this.options.ticks) await this.ticks.add();
        trust = Math.min(trust + 1, patience);
        if (trust === patience) await this.free();
      } catch (error) {
        trust = 0;
        this.logger.log.debug({ err: error }, 'no heartbeat');
      }
      await this.pause(lookEvery);
    }
    await this.heart.leave(this.id).catch(() => undefined);
  }

  private tellOfClock(ahead: number): void {
    const isOff = this.options.ticks && Math.abs(ahead) > mostApart;
    if (isOff && !this.clockIsOff) this.logger.log.warn({ secondsAhead: Math.round(ahead) }, 'the clock of this process is not that of the database; schedules and whatever ends on a day go by it: set the clocks of both machines');
    this.clockIsOff = isOff;
  }

  private async free(): Promise<void> {
    const jobs = await this.heart.free();
    if (jobs > 0) this.logger.log.warn({ jobs }, 'jobs of a process that died came free');
  }

  private pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** Ends once the jobs in hand have; another may have asked for it before. */
async function ended(runner: Runner): Promise<void> {
  await Promise.allSettled([runner.stop(), runner.promise]);
}

/** The queue writes down the end of its last job after it has stopped, and a pool that ends forgets whoever waits for a connection. */
async function untilUnused(pool: pg.Pool): Promise<void> {
  for (let waited = 0; (pool.waitingCount > 0 || pool.idleCount < pool.totalCount) && waited < lastWords; waited += 20) await sleep(20);
}
