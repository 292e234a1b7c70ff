import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { aidTask, type QueuedJob } from './queue.js';

/** A call for aid as it lies in the queue; `hops` counts the processes that could not give it. */
export interface Aid extends QueuedJob {
  readonly name: string;
  readonly hops: number;
}

/** Processes that may pass an aid on before it is given up. */
const mostHops = 100;
const again = "now() + interval '200 milliseconds'";

/** Asks other processes to take part in work that is also done without them. Nobody waits for an aid, and one that is lost is not missed; one whose process died is taken again, so that it goes when the work is over. */
@Injectable()
export class Aids {
  private readonly works = new Map<string, (what: QueuedJob) => Promise<boolean>>();

  constructor(private readonly source: DataSource) {}

  /** @param work takes part; false where this process is at it already, so that another should be asked */
  register(name: string, work: (what: QueuedJob) => Promise<boolean>): void {
    this.works.set(name, work);
  }

  /** One for each other process that works on jobs, at most `most`, in the transaction that makes the work known. */
  async ask(manager: EntityManager, name: string, { organisationId, id }: QueuedJob, most: number): Promise<void> {
    const aid: Aid = { name, organisationId, id, hops: 0 };
    await manager.query('SELECT graphile_worker.add_job($1, payload => $2::json) FROM generate_series(2, least($3::bigint + 1, (SELECT count(*) FROM job_workers)))', [aidTask, JSON.stringify(aid), most]);
  }

  async give({ name, hops, ...what }: Aid): Promise<void> {
    const given = (await this.works.get(name)?.(what)) ?? true;
    if (!given && hops < mostHops) await this.source.query(`SELECT graphile_worker.add_job($1, payload => $2::json, run_at => ${again})`, [aidTask, JSON.stringify({ name, ...what, hops: hops + 1 })]);
  }
}
