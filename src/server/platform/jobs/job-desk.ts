import { type Principal } from '../authorization/principal.js';
import { type JobView } from './job-view.js';

/** Where a feature leaves work to be done as a job, without knowing the feature that does jobs. */
export abstract class JobDesk {
  /** @throws DomainError `not-allowed` where the asker may not do what the job does, `conflict` where the idempotency key came with another request */
  abstract ask(asker: Principal, wanted: { readonly kind: string; readonly input: unknown }, idempotencyKey?: string): Promise<{ readonly job: JobView; readonly made: boolean }>;
}
