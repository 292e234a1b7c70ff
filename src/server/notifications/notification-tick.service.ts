import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OutboxService } from '../deliveries/outbox.service.js';
import { type Recipient } from '../deliveries/recipients.service.js';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { Ticker } from '../platform/jobs/ticker.js';
import { digestMessage } from './digest-message.js';
import { type Happening } from './happening.js';
import { HappeningsService } from './happenings.service.js';
import { NotificationSettingsService } from './notification-settings.service.js';
import { type NotificationTerms } from './notification-shapes.js';

/** How far before the last look findings are looked for again: what was written then may have become visible only since. */
const overlap = 3_600_000;
const atOnce = 1_000;

interface Look {
  readonly next_at: Date;
  readonly looked_at: Date;
}

/** Looks through each organisation when it is due, and tells in one message to each recipient what has come up. */
@Injectable()
export class NotificationTickService implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly happenings: HappeningsService,
    private readonly settings: NotificationSettingsService,
    private readonly outbox: OutboxService,
    private readonly desk: JobDesk,
  ) {}

  onModuleInit(): void {
    this.ticker.everyMinute(() => this.tick());
  }

  /** Looks through every organisation that is due; one that fails is told at the end and keeps no other from its turn. */
  async tick(): Promise<void> {
    const organisations: { readonly id: string }[] = await this.source.query('SELECT organisation_ids() AS id');
    const failures: unknown[] = [];
    for (const { id } of organisations) await this.look(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not every organisation could be looked through');
  }

  /** Looks outside of the transaction that tells; what two find at once is told by the first alone. A look that lies ahead is of a clock that was set back since. */
  private async look(organisationId: string): Promise<void> {
    const now = this.clock.now();
    const [last] = await this.scope.run(organisationId, (manager): Promise<Look[]> => manager.query('SELECT next_at, looked_at FROM notification_looks WHERE organisation_id = $1', [organisationId]));
    if (last !== undefined && last.next_at > now && last.looked_at <= now) return;
    const asker = systemPrincipal(organisationId, organisationId);
    const terms = await this.settings.read(asker);
    const since = last === undefined ? undefined : new Date(Math.min(last.looked_at.getTime(), now.getTime()) - overlap);
    const found = await this.happenings.look(asker, terms, now, since);
    await this.scope.run(organisationId, async (manager) => {
      await manager.query('INSERT INTO notification_looks (organisation_id, next_at, looked_at) VALUES ($1, $2, $3) ON CONFLICT (organisation_id) DO UPDATE SET next_at = excluded.next_at, looked_at = excluded.looked_at', [organisationId, new Date(now.getTime() + terms.everyMinutes * 60_000), now]);
      const fresh = await this.write(manager, organisationId, found, now);
      await this.send(manager, organisationId, fresh, terms);
    });
  }

  private async write(manager: EntityManager, organisationId: string, found: readonly Happening[], at: Date): Promise<readonly Happening[]> {
    const fresh = new Set<string>();
    for (let start = 0; start < found.length; start += atOnce) {
      const rows = found.slice(start, start + atOnce).map((each) => ({ ...each, id: uuidV7(at.getTime()) }));
      const made: { readonly event: string }[] = await manager.query(
        `INSERT INTO notifications (organisation_id, id, kind, event, subject, title, at)
         SELECT $1, id, kind, event, subject, title, $2 FROM json_to_recordset($3::json) AS r (id uuid, kind text, event text, subject text, title text)
         ON CONFLICT (organisation_id, event) DO NOTHING RETURNING event`,
        [organisationId, at, JSON.stringify(rows)],
      );
      for (const { event } of made) fresh.add(event);
    }
    return found.filter(({ event }) => fresh.has(event));
  }

  /** One message to each recipient, of all kinds that go there by any route and of what concerns them. */
  private async send(manager: EntityManager, organisationId: string, fresh: readonly Happening[], terms: NotificationTerms): Promise<void> {
    const run = uuidV7(this.clock.now().getTime());
    const sent = fresh.filter(({ listedOnly }) => listedOnly !== true);
    const all = [...terms.routes, ...sent.flatMap(({ concerns }) => concerns ?? [])];
    const byRecipient = new Map(all.flatMap(({ recipients }) => recipients.map((recipient) => [JSON.stringify(recipient), recipient] as const)));
    for (const [key, recipient] of byRecipient) {
      const names = ({ recipients }: { readonly recipients: readonly Recipient[] }): boolean => recipients.some((each) => JSON.stringify(each) === key);
      const kinds = new Set(terms.routes.filter(names).flatMap((route) => route.kinds));
      const told = sent.filter(({ kind, concerns }) => kinds.has(kind) || (concerns !== undefined && names(concerns)));
      const needs = kinds.size > 0 ? 'notification:read' : (told.find(({ concerns }) => concerns !== undefined)?.concerns?.needs ?? 'notification:read');
      if (told.length > 0) await this.outbox.leave(manager, organisationId, `notifications/${run}`, digestMessage(told, { ...terms, needs }), [recipient], (within, wanted) => this.desk.askWithin(within, systemPrincipal(organisationId, run), wanted));
    }
  }
}
