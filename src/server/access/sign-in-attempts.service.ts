import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';

const allowed = 5;
const windowSeconds = 15 * 60;

/** Counts failed sign-ins by address, whether anyone has that address or not, so that the lock tells nothing. */
@Injectable()
export class SignInAttemptsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Takes one of the attempts that are left, before the password is looked at: attempts at the same time cannot share one. @throws DomainError `too-many-attempts` */
  async take(organisationId: string, email: string): Promise<void> {
    const now = this.clock.now();
    const rows = await this.scope.run(organisationId, (manager) =>
      manager.query<{ failures: number }[]>(
        `INSERT INTO sign_in_attempts AS known (organisation_id, email_digest, failures, last_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (organisation_id, email_digest) DO UPDATE SET
           failures = CASE WHEN known.last_at <= $4 THEN 1 ELSE known.failures + 1 END,
           last_at = CASE WHEN known.failures >= $5 AND known.last_at > $4 THEN known.last_at ELSE excluded.last_at END
         RETURNING failures`,
        [organisationId, digestOf(email), now, new Date(now.getTime() - windowSeconds * 1000), allowed],
      ),
    );
    if ((rows[0]?.failures ?? 0) > allowed) throw new DomainError('too-many-attempts', `${allowed} sign-ins with this address failed; wait a quarter of an hour, or ask an administrator for a sign-in link`, { retryAfter: windowSeconds });
  }

  async clear(organisationId: string, email: string): Promise<void> {
    await this.scope.run(organisationId, (manager) => this.forget(manager, organisationId, email));
  }

  /** As `clear`, in the caller's transaction: a digest of an address still tells whose it is to whoever guesses it. */
  async forget(manager: EntityManager, organisationId: string, email: string): Promise<void> {
    await manager.query('DELETE FROM sign_in_attempts WHERE organisation_id = $1 AND email_digest = $2', [organisationId, digestOf(email)]);
  }
}

const digestOf = (email: string): Buffer => createHash('sha256').update(email).digest();
