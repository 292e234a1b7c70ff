import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { NotificationEntity } from './notification.entity.js';
import { type NotificationKind } from './notification-kind.js';
import { type NotificationPage, type NotificationQuery } from './notification-shapes.js';

interface Row {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly subject: string;
  readonly title: string;
  readonly at: Date;
  readonly read: boolean;
}

const from = 'notifications n LEFT JOIN notification_reads r ON r.organisation_id = n.organisation_id AND r.notification_id = n.id AND r.reader = $2';
const fitting = 'n.organisation_id = $1 AND ($3::text IS NULL OR n.kind = $3) AND (NOT $4 OR r.at IS NULL)';

/** The list of what was told, as each reader has it. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  async list({ organisationId, id: reader }: Principal, { kind, unread, after, limit }: NotificationQuery): Promise<NotificationPage> {
    const wanted = [organisationId, reader, kind ?? null, unread === 'only'];
    return this.scope.run(organisationId, async (manager) => {
      const rows: Row[] = await manager.query(`SELECT n.id, n.kind, n.subject, n.title, n.at, r.at IS NOT NULL AS read FROM ${from} WHERE ${fitting} AND ($5::uuid IS NULL OR n.id < $5) ORDER BY n.id DESC LIMIT $6`, [...wanted, after ?? null, limit + 1]);
      const items = rows.slice(0, limit).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
      const [{ total } = { total: 0 }]: { total: number }[] = await manager.query(`SELECT count(*)::int AS total FROM ${from} WHERE ${fitting}`, wanted);
      return { items, total, unread: await this.unread(manager, organisationId, reader), next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** Notes that the asker has read these; reading again changes nothing. @throws DomainError `unknown-record` */
  async markRead({ organisationId, id: reader }: Principal, ids: readonly string[]): Promise<void> {
    await this.scope.run(organisationId, async (manager) => {
      const known = await manager.find(NotificationEntity, { select: { id: true }, where: { organisationId, id: In([...ids]) } });
      const missing = ids.find((id) => !known.some((each) => each.id === id));
      if (missing !== undefined) throw new DomainError('unknown-record', `there is no notification ${missing}; list the notifications to find its id`);
      await manager.query('INSERT INTO notification_reads (organisation_id, notification_id, reader, at) SELECT $1, unnest($2::uuid[]), $3, $4 ON CONFLICT DO NOTHING', [organisationId, [...new Set(ids)], reader, this.clock.now()]);
    });
  }

  private async unread(manager: EntityManager, organisationId: string, reader: string): Promise<number> {
    const [{ unread } = { unread: 0 }]: { unread: number }[] = await manager.query(`SELECT count(*)::int AS unread FROM ${from} WHERE n.organisation_id = $1 AND r.at IS NULL`, [organisationId, reader]);
    return unread;
  }
}
