import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tickTask } from '../platform/jobs/queue.js';

/** One that fails is tried again until the next takes its place. */
const mostAttempts = 3;

/** Adds one tick a minute to the queue, whichever process asks first. Minutes are those of the database, whose clock all share and the queue goes by; set ahead or back, it has another minute and so another tick. */
@Injectable()
export class TicksService {
  constructor(private readonly source: DataSource) {}

  /** Nothing where this minute has its tick. A minute begins a second late, for processes whose clock is behind by less: they would find nothing due. */
  async add(): Promise<void> {
    await this.source.query(
      `WITH begun AS (
         INSERT INTO job_ticks (task, minute) VALUES ($1, date_trunc('minute', now() - interval '1 second'))
         ON CONFLICT (task) DO UPDATE SET minute = excluded.minute WHERE job_ticks.minute <> excluded.minute RETURNING task)
       SELECT graphile_worker.add_job(task, job_key => task, max_attempts => $2) FROM begun`,
      [tickTask, mostAttempts],
    );
  }
}
