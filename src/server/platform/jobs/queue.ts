import { type EntityManager } from 'typeorm';

/** Name under which graphile-worker knows our one task; which kind a job is of stands in its own row. */
export const queueTask = 'job';

/** Name of the task that processes add every minute, one of them for all. */
export const tickTask = 'tick';

/** Name of the task by which processes take part in the work of another. */
export const aidTask = 'aid';

/** What a row of the queue tells: where the job stands, and nothing of it. */
export interface QueuedJob {
  readonly organisationId: string;
  readonly id: string;
}

/** Attempts are counted in our own row; the queue's own count only has to be out of the way. */
const attemptsOfQueue = 1000;

/** Puts a job into the queue, in the transaction that makes it wait. One that is there already, taken or not, is replaced. */
export async function enqueue(manager: EntityManager, { organisationId, id }: QueuedJob, delaySeconds = 0): Promise<void> {
  await manager.query("SELECT graphile_worker.add_job($1, payload => $2::json, job_key => $3, max_attempts => $4, run_at => CASE WHEN $5::float8 > 0 THEN now() + $5::float8 * interval '1 second' END)", [queueTask, JSON.stringify({ organisationId, id }), id, attemptsOfQueue, delaySeconds]);
}

/** Takes a job out of the queue; one that is taken already ends with its fence. */
export async function dequeue(manager: EntityManager, id: string): Promise<void> {
  await manager.query('SELECT graphile_worker.remove_job($1)', [id]);
}
