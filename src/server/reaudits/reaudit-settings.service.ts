import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { reauditTerms, type ReauditSettings, type ReauditTerms } from './reaudit-shapes.js';

interface Row {
  readonly terms: ReauditTerms;
  readonly version: string;
  readonly changed_at: Date;
}

/** Whether an organisation lets what changes affect be audited again by itself. */
@Injectable()
export class ReauditSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  read({ organisationId }: Principal): Promise<ReauditSettings> {
    return this.scope.run(organisationId, (manager) => this.of(manager, organisationId));
  }

  /** @throws DomainError `precondition-failed` */
  async change(asker: Principal, terms: ReauditTerms, expected: number): Promise<ReauditSettings> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      if ((await this.of(manager, organisationId)).version !== expected) throw new DomainError('precondition-failed', 'the settings are no longer the version that If-Match names; read them again and send their new ETag');
      await manager.query(
        `INSERT INTO reaudits (organisation_id, terms, version, changed_at, asked_revision, looked_at) VALUES ($1, $2, $3, $4, 0, $4)
         ON CONFLICT (organisation_id) DO UPDATE SET terms = excluded.terms, version = excluded.version, changed_at = excluded.changed_at`,
        [organisationId, JSON.stringify(terms), expected + 1, this.clock.now()],
      );
      await this.log.append(manager, asker, 'reaudit.settings', 'reaudit', { ...terms });
      return this.of(manager, organisationId);
    });
  }

  private async of(manager: EntityManager, organisationId: string): Promise<ReauditSettings> {
    const [row]: Row[] = await manager.query('SELECT terms, version, changed_at FROM reaudits WHERE organisation_id = $1', [organisationId]);
    return row === undefined ? { ...reauditTerms.parse({}), version: 0, changedAt: null } : { ...row.terms, version: Number(row.version), changedAt: row.changed_at.toISOString() };
  }
}
