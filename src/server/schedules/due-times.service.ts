import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { recurrenceOf } from './recurrence.js';
import { type ScheduleDraft } from './schedule-shapes.js';

export interface Due {
  readonly organisationId: string;
  readonly scheduleId: string;
  readonly nextRunAt: Date;
}

/** When each schedule is due next: the one thing of it that is seen across organisations. */
@Injectable()
export class DueTimesService {
  constructor(private readonly clock: Clock) {}

  /** Holds a schedule back from the tick until the transaction ends; taken before the schedule itself, as the tick does. */
  async hold(manager: EntityManager, organisationId: string, scheduleId: string): Promise<void> {
    await manager.query('SELECT 1 FROM schedule_dues WHERE organisation_id = $1 AND schedule_id = $2 FOR UPDATE', [organisationId, scheduleId]);
  }

  /** Reckons from now on; a schedule that is paused or has ended is never due. */
  async set(manager: EntityManager, organisationId: string, scheduleId: string, terms: ScheduleDraft | undefined): Promise<void> {
    const now = this.clock.now();
    const [next] = terms?.enabled === true ? recurrenceOf(terms).after(now, 1) : [];
    if (next === undefined) await manager.query('DELETE FROM schedule_dues WHERE organisation_id = $1 AND schedule_id = $2', [organisationId, scheduleId]);
    else
      await manager.query(
        `INSERT INTO schedule_dues (organisation_id, schedule_id, next_run_at, reckoned_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, schedule_id) DO UPDATE SET next_run_at = excluded.next_run_at, reckoned_at = excluded.reckoned_at`,
        [organisationId, scheduleId, next, now],
      );
  }

  /**
   * Locks the schedule that has been due for longest and that nobody else has locked. One that was reckoned at an instant still to come is among them: the clock was set back since,
   * and waiting for the old time might take years.
   */
  async take(manager: EntityManager, except: readonly string[]): Promise<Due | undefined> {
    const [row]: { organisation_id: string; schedule_id: string; next_run_at: Date }[] = await manager.query(
      'SELECT organisation_id, schedule_id, next_run_at FROM schedule_dues WHERE (next_run_at <= $1 OR reckoned_at > $1) AND schedule_id <> ALL ($2) ORDER BY next_run_at LIMIT 1 FOR UPDATE SKIP LOCKED',
      [this.clock.now(), except],
    );
    return row && { organisationId: row.organisation_id, scheduleId: row.schedule_id, nextRunAt: row.next_run_at };
  }
}
