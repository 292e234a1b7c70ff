import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';

/** A process whose heartbeat is older is taken for dead. Seconds, by the clock of the database. */
export const deadAfterSeconds = 10;

const dead = `interval '${deadAfterSeconds} seconds'`;

/** Tells which processes live, so that the jobs of dead ones come free after seconds rather than the four hours of graphile-worker. */
@Injectable()
export class HeartbeatService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Says that this process lives and under which names its queue has locked jobs. */
  async beat(id: string, pools: readonly string[]): Promise<void> {
    await this.source.query('INSERT INTO job_workers (id, pools, seen_at) VALUES ($1, $2, now()) ON CONFLICT (id) DO UPDATE SET pools = excluded.pools, seen_at = excluded.seen_at', [id, pools]);
  }

  /** Frees the jobs of processes that died. One that only slept finds its fencing number used up. @returns the number of jobs that came free */
  async free(): Promise<number> {
    return this.source.transaction(async (manager) => {
      await manager.query(`DELETE FROM job_workers WHERE seen_at < now() - ${dead}`);
      const [row]: { readonly locks: string; readonly dead: string[] | null }[] = await manager.query(
        `SELECT count(*) AS locks, array_agg(DISTINCT locked_by) AS dead FROM graphile_worker.jobs q
         WHERE locked_at < now() - ${dead} AND NOT EXISTS (SELECT FROM job_workers w WHERE q.locked_by = ANY (w.pools))`,
      );
      if (row === undefined || row.dead === null) return 0;
      await manager.query('SELECT graphile_worker.force_unlock_workers($1)', [row.dead]);
      return Number(row.locks);
    });
  }

  /** The queue adds no tick before the last one that it knows. One that lies ahead is of a clock that was set back since: left there, no tick would come until then. */
  async forgetTicksAhead(): Promise<void> {
    await this.source.query("UPDATE graphile_worker._private_known_crontabs SET last_execution = $1 WHERE last_execution > $1::timestamptz + interval '2 minutes'", [this.clock.now()]);
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
