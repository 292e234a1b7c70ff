import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';

/** A process whose heartbeat is older is taken for dead. Seconds, by the clock of the database. */
export const deadAfterSeconds = 10;

/** Longest wait after an outcome that the database did not take; graphile-worker by itself comes to wait for hours. */
const longestPause = "interval '20 seconds'";

/** Whether an instant is of no living process: it lies too far behind, or so far ahead that the clock of the database was set back since. */
const isFar = (instant: string): string => `${instant} NOT BETWEEN now() - interval '${deadAfterSeconds} seconds' AND now() + interval '${deadAfterSeconds} seconds'`;

/** Tells which processes live, so that the jobs of dead ones come free after seconds rather than the four hours of graphile-worker. */
@Injectable()
export class HeartbeatService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Says that this process lives and under which names its queue has locked jobs. @returns by how many seconds its clock is ahead of the database's */
  async beat(id: string, pools: readonly string[]): Promise<number> {
    const [row]: { readonly seen_at: Date }[] = await this.source.query('INSERT INTO job_workers (id, pools, seen_at) VALUES ($1, $2, now()) ON CONFLICT (id) DO UPDATE SET pools = excluded.pools, seen_at = excluded.seen_at RETURNING seen_at', [id, pools]);
    return row === undefined ? 0 : (this.clock.now().getTime() - row.seen_at.getTime()) / 1000;
  }

  /** Frees the jobs of processes that died. One that only slept finds its fencing number used up. @returns the number of jobs that came free */
  async free(): Promise<number> {
    return this.source.transaction(async (manager) => {
      await manager.query(`DELETE FROM job_workers WHERE ${isFar('seen_at')}`);
      const [row]: { readonly locks: string; readonly dead: string[] | null }[] = await manager.query(
        `SELECT count(*) AS locks, array_agg(DISTINCT locked_by) AS dead FROM graphile_worker.jobs q
         WHERE ${isFar('locked_at')} AND NOT EXISTS (SELECT FROM job_workers w WHERE q.locked_by = ANY (w.pools))`,
      );
      if (row === undefined || row.dead === null) return 0;
      await manager.query('SELECT graphile_worker.force_unlock_workers($1)', [row.dead]);
      return Number(row.locks);
    });
  }

  /** Jobs that were left at an instant still to come are of a clock that was set back since: until then they would wait. They are taken now, whatever they wait for. And those whose outcome the database did not take wait no longer than it takes to come back, however often their processes died before. */
  async recall(): Promise<void> {
    await this.source.query("SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs WHERE updated_at > now() + interval '1 minute' AND locked_at IS NULL HAVING count(*) > 0");
    await this.source.query(`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now() + ${longestPause}) FROM graphile_worker.jobs WHERE last_error IS NOT NULL AND run_at > now() + ${longestPause} AND locked_at IS NULL HAVING count(*) > 0`);
  }

  async leave(id: string): Promise<void> {
    await this.source.query('DELETE FROM job_workers WHERE id = $1', [id]);
  }

  /** Jobs of every organisation that nobody works on yet. */
  async waiting(): Promise<number> {
    const [row]: { readonly waiting: string }[] = await this.source.query('SELECT count(*) AS waiting FROM graphile_worker.jobs WHERE locked_at IS NULL');
    return Number(row?.waiting);
  }
}
