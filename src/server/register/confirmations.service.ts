import { Injectable } from '@nestjs/common';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type Confirmation } from './record-shapes.js';
import { RecordRightsService } from './record-rights.service.js';
import { RecordsService } from './records.service.js';

/** A deployment that is declared, and when somebody last said so. */
export interface Unconfirmed {
  readonly id: string;
  readonly units: readonly string[];
  readonly since: Date;
}

/** Who said when that what is declared still holds, though nothing of it has changed. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly records: RecordsService,
    private readonly rights: RecordRightsService,
  ) {}

  /** Says that a record still holds as it stands. @throws DomainError `unknown-record`, `not-allowed` where it is another unit's, `precondition-failed`, `conflict` where it is retired */
  async confirm(asker: Principal, kind: NounKind, id: string, expected: number): Promise<Confirmation> {
    const { organisationId } = asker;
    const key = recordKey(kind, id);
    return this.scope.run(organisationId, async (manager) => {
      await this.records.requireReadable(manager, asker, kind, id);
      const { revision, statements } = await this.records.find(manager, organisationId, kind, id);
      await this.rights.requireOwn(manager, asker, [key], 'confirm');
      if (revision !== expected) throw new DomainError('precondition-failed', `${key} is no longer the version that If-Match names; read it again, and confirm what it says now`);
      if (statements.length === 0) throw new DomainError('conflict', `${key} is retired; there is nothing left to confirm`);
      const at = this.clock.now();
      await manager.query('INSERT INTO record_confirmations (organisation_id, kind, key, at, actor) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, kind, key) DO UPDATE SET at = excluded.at, actor = excluded.actor', [organisationId, kind, id, at, asker.id]);
      await this.log.append(manager, asker, 'register.confirm', key, { revision });
      return { record: key, revision, confirmedAt: at.toISOString(), confirmedBy: { kind: asker.kind, id: asker.id } };
    });
  }

  /** Deployments that somebody declared, of which nobody has said anything since an instant. */
  async due({ organisationId }: Principal, before: Date): Promise<readonly Unconfirmed[]> {
    return this.scope.run(organisationId, (manager) =>
      manager.query(
        `WITH standing AS (SELECT r.key, r.value, r.statements, greatest(v.changed_at, c.at) AS since FROM register_records r
           JOIN register_revisions v ON v.organisation_id = r.organisation_id AND v.revision = r.revision
           LEFT JOIN record_confirmations c ON c.organisation_id = r.organisation_id AND c.kind = r.kind AND c.key = r.key
           WHERE r.organisation_id = $1 AND r.ended_by IS NULL AND r.kind = 'deployment' AND r.change <> 'retired')
         SELECT key AS id, since, array_remove(ARRAY[value ->> 'owner', 'entity/' || (value ->> 'legalEntity')], NULL) AS units FROM standing
         WHERE since < $2 AND statements @> '[{"origin": {"confidence": "declared"}}]' ORDER BY key`,
        [organisationId, before],
      ),
    );
  }
}
