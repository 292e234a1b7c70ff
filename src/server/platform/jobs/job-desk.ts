import { type EntityManager } from 'typeorm';
import { type Principal } from '../authorization/principal.js';
import { type WantedJob } from './job-kind.js';
import { type JobView } from './job-view.js';

/** Where a feature leaves work to be done as a job, without knowing the feature that does jobs. */
export abstract class JobDesk {
  /** @throws DomainError `not-allowed` where the asker may not do what the job does, `conflict` where the idempotency key came with another request */
  abstract ask(asker: Principal, wanted: WantedJob, idempotencyKey?: string): Promise<{ readonly job: JobView; readonly made: boolean }>;

  /** The same in a transaction of the asker's organisation: the job is left where what it belongs to is stored, or not at all. */
  abstract askWithin(manager: EntityManager, asker: Principal, wanted: WantedJob, idempotencyKey?: string): Promise<{ readonly job: JobView; readonly made: boolean }>;

  /** Whether a job of this kind waits or runs, in the caller's transaction. */
  abstract isUnfinished(manager: EntityManager, organisationId: string, kind: string): Promise<boolean>;
}
