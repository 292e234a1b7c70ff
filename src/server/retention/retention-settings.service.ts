import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { retentionTerms, type RetentionSettings, type RetentionTerms } from './retention-shapes.js';

interface Row {
  readonly terms: RetentionTerms;
  readonly version: string;
  readonly changed_at: Date;
}

/** How long an organisation keeps what. */
@Injectable()
export class RetentionSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  read({ organisationId }: Pick<Principal, 'organisationId'>): Promise<RetentionSettings> {
    return this.scope.run(organisationId, (manager) => this.of(manager, organisationId));
  }

  /** @throws DomainError `precondition-failed` */
  async change(asker: Principal, terms: RetentionTerms, expected: number): Promise<RetentionSettings> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const { version, changedAt: _before, ...before } = await this.of(manager, organisationId);
      if (version !== expected) throw new DomainError('precondition-failed', 'the settings are no longer the version that If-Match names; read them again and send their new ETag');
      await manager.query('INSERT INTO retention_settings (organisation_id, terms, version, changed_at) VALUES ($1, $2, $3, $4) ON CONFLICT (organisation_id) DO UPDATE SET terms = excluded.terms, version = excluded.version, changed_at = excluded.changed_at', [organisationId, JSON.stringify(terms), expected + 1, this.clock.now()]);
      await this.log.append(manager, asker, 'retention.settings', 'retention', { before: { ...before }, after: { ...terms } });
      return this.of(manager, organisationId);
    });
  }

  /** A rule that is newer than the settings holds as it is usual. */
  private async of(manager: EntityManager, organisationId: string): Promise<RetentionSettings> {
    const [row]: Row[] = await manager.query('SELECT terms, version, changed_at FROM retention_settings WHERE organisation_id = $1', [organisationId]);
    return row === undefined ? { ...retentionTerms.parse({}), version: 0, changedAt: null } : { ...retentionTerms.parse({}), ...row.terms, version: Number(row.version), changedAt: row.changed_at.toISOString() };
  }
}
