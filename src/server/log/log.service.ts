import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type LogEntry } from '../../core/log/log-entry.js';
import { logStart } from '../../core/log/log-hash.js';
import { verifyLog, type LogHead, type LogVerification } from '../../core/log/verify-log.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';

const verifiedAtOnce = 5000;

interface EntryRow extends Omit<LogEntry, 'sequence' | 'at' | 'actorKind'> {
  readonly sequence: string;
  readonly at: Date;
  readonly actor_kind: string;
}

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
    return this.scope.run(organisationId, async (manager) => ({ entries: await entriesAfter(manager, organisationId, after, limit), head: (await headOf(manager, organisationId)) ?? { sequence: 0, hash: logStart } }));
  }

  /** Walks the whole chain of an organisation, in a transaction that sees it. */
  async verify(manager: EntityManager, organisationId: string): Promise<LogVerification> {
    const head = await headOf(manager, organisationId);
    let last: LogHead = { sequence: 0, hash: logStart };
    for (;;) {
      const entries = await entriesAfter(manager, organisationId, last.sequence, verifiedAtOnce);
      if (entries.length === 0) break;
      const part = verifyLog(entries, { start: last });
      if (part.state === 'broken') return part;
      last = part.head;
    }
    if (last.sequence !== (head?.sequence ?? 0) || last.hash !== (head?.hash ?? logStart)) return { state: 'broken', sequence: last.sequence, reason: `the log ends at entry ${last.sequence} but its head stands at ${head?.sequence ?? 0}; entries were cut off or the head was changed` };
    return { state: 'intact', entries: last.sequence, head: last };
  }
}

async function entriesAfter(manager: EntityManager, organisationId: string, after: number, limit: number): Promise<readonly LogEntry[]> {
  const rows: EntryRow[] = await manager.query('SELECT sequence, at, actor_kind, actor, action, subject, details, previous, hash FROM log_entries WHERE organisation_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3', [organisationId, after, limit]);
  return rows.map(({ sequence, at, actor_kind: actorKind, actor, action, subject, details, previous, hash }) => ({ sequence: Number(sequence), at: at.toISOString(), actorKind, actor, action, subject, details, previous, hash }));
}

async function headOf(manager: EntityManager, organisationId: string): Promise<LogHead | undefined> {
  const [head]: { readonly sequence: string; readonly hash: string }[] = await manager.query('SELECT sequence, hash FROM log_heads WHERE organisation_id = $1', [organisationId]);
  return head && { sequence: Number(head.sequence), hash: head.hash };
}
