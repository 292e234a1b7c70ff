import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type LogEntry } from '../../core/log/log-entry.js';
import { logStart } from '../../core/log/log-hash.js';
import { type LogHead } from '../../core/log/verify-log.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { LogEntryEntity } from './log-entry.entity.js';

/** Who did something: a principal, or the server itself. */
export type Actor = Pick<Principal, 'organisationId' | 'id'> & { readonly kind: Principal['kind'] | 'system' };

export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** The end of the whole log, to be kept elsewhere. */
  readonly head: LogHead;
}

@Injectable()
export class LogService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Writes down what was done, in the transaction that does it: both happen or neither. Details name ids and settings, never people. */
  async append(manager: EntityManager, actor: Actor, action: string, subject: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await manager.query('INSERT INTO log_entries (organisation_id, at, actor_kind, actor, action, subject, details) VALUES ($1, $2, $3, $4, $5, $6, $7)', [actor.organisationId, this.clock.now(), actor.kind, actor.id, action, subject, canonicalJson(details)]);
  }

  /** Entries after a sequence number, oldest first. */
  async read({ organisationId }: Pick<Principal, 'organisationId'>, after: number, limit: number): Promise<LogPage> {
    return this.scope.run(organisationId, async (manager) => {
      const rows = await manager.find(LogEntryEntity, { where: { organisationId, sequence: MoreThan(String(after)) }, order: { sequence: 'ASC' }, take: limit });
      const heads: { sequence: string; hash: string }[] = await manager.query('SELECT sequence, hash FROM log_heads WHERE organisation_id = $1', [organisationId]);
      const [head] = heads;
      return { entries: rows.map(entryOf), head: head === undefined ? { sequence: 0, hash: logStart } : { sequence: Number(head.sequence), hash: head.hash } };
    });
  }
}

function entryOf({ sequence, at, actorKind, actor, action, subject, details, previous, hash }: LogEntryEntity): LogEntry {
  return { sequence: Number(sequence), at: at.toISOString(), actorKind, actor, action, subject, details, previous, hash };
}
