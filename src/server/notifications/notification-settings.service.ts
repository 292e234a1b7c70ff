import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { RecipientsService } from '../deliveries/recipients.service.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { notificationTerms, type NotificationSettings, type NotificationTerms } from './notification-shapes.js';

interface Row {
  readonly terms: NotificationTerms;
  readonly version: string;
  readonly changed_at: Date;
}

/** What of the notifications of an organisation goes where. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly recipients: RecipientsService,
  ) {}

  read({ organisationId }: Principal): Promise<NotificationSettings> {
    return this.scope.run(organisationId, (manager) => this.of(manager, organisationId));
  }

  async of(manager: EntityManager, organisationId: string): Promise<NotificationSettings> {
    const [row]: Row[] = await manager.query('SELECT terms, version, changed_at FROM notification_settings WHERE organisation_id = $1', [organisationId]);
    return row === undefined ? { ...notificationTerms.parse({}), version: 0, changedAt: null } : { ...notificationTerms.parse({}), ...row.terms, version: Number(row.version), changedAt: row.changed_at.toISOString() };
  }

  /** @throws DomainError `precondition-failed`, `invalid-request` where a recipient may not receive */
  async change(asker: Principal, terms: NotificationTerms, expected: number): Promise<NotificationSettings> {
    const { organisationId } = asker;
    for (const [at, { recipients }] of terms.routes.entries()) await this.recipients.require(asker, recipients, 'notification:read', `/routes/${at}/recipients`);
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      if ((await this.of(manager, organisationId)).version !== expected) throw new DomainError('precondition-failed', 'the settings are no longer the version that If-Match names; read them again and send their new ETag');
      await manager.query('INSERT INTO notification_settings (organisation_id, terms, version, changed_at) VALUES ($1, $2, $3, $4) ON CONFLICT (organisation_id) DO UPDATE SET terms = excluded.terms, version = excluded.version, changed_at = excluded.changed_at', [organisationId, JSON.stringify(terms), expected + 1, this.clock.now()]);
      await this.log.append(manager, asker, 'notification.settings', 'notifications', { daysBefore: terms.daysBefore, confirmAfterDays: terms.confirmAfterDays, everyMinutes: terms.everyMinutes, routes: terms.routes.map(({ kinds, recipients }) => ({ kinds, recipients: recipients.length })) });
      return this.of(manager, organisationId);
    });
  }
}
