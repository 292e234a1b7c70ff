import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { LogService, type Actor } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { countAged, cutOff, removeAged, removeUnnamed } from './aging-rows.js';
import { retentionRuleNames, retentionRules, type AgingRows, type RetentionRule, type RetentionRuleName } from './retention-rules.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { type Deleted, type RetentionPreview, type RetentionRun, type RetentionRunPage, type RetentionRunQuery } from './retention-shapes.js';

/** Contents that go in one transaction: they may be large. */
const contentsAtOnce = 50;

interface AgingPart {
  readonly name: RetentionRuleName;
  readonly rows: AgingRows;
  readonly before: Date;
}

interface RunRow {
  readonly id: string;
  readonly at: Date;
  readonly deleted: Deleted;
}

/** Deletes what an organisation no longer keeps, and tells beforehand and afterwards what that is. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly settings: RetentionSettingsService,
  ) {}

  /** What a run would delete now; nothing is changed. */
  async preview(asker: Principal): Promise<RetentionPreview> {
    const at = this.clock.now();
    const parts = await this.parts(asker, at);
    return this.scope.run(asker.organisationId, async (manager) => {
      const items: RetentionPreview['items'] = [];
      for (const { name, rows, before } of parts) {
        const { rows: count, oldest } = await countAged(manager, asker.organisationId, rows, before);
        items.push({ rule: name, table: rows.table, before: before.toISOString(), rows: count, oldest: oldest?.toISOString() ?? null });
      }
      return { at: at.toISOString(), items };
    });
  }

  /** Deletes a few rows at a time, each few with their entry in the log, so that it may end at any point and be begun again. */
  async run(asker: Actor, signal: AbortSignal, progress: (done: number, total: number, what: string) => void): Promise<Deleted> {
    const at = this.clock.now();
    const parts = await this.parts(asker, at);
    const deleted: Deleted = [];
    for (const [done, { name, rows, before }] of parts.entries()) {
      progress(done, parts.length, name);
      const gone = await this.all(asker, signal, { rule: name, table: rows.table, before: before.toISOString() }, rows.atOnce, (manager) => removeAged(manager, asker.organisationId, rows, before, at));
      deleted.push({ rule: name, table: rows.table, before: before.toISOString(), rows: gone });
      const { contents }: RetentionRule = retentionRules[name];
      if (contents === undefined) continue;
      const unnamed = await this.all(asker, signal, { rule: name, table: contents.table, before: null }, contentsAtOnce, (manager) => removeUnnamed(manager, asker.organisationId, contents, contentsAtOnce));
      deleted.push({ rule: name, table: contents.table, before: null, rows: unnamed });
    }
    return deleted.filter(({ rows }) => rows > 0);
  }

  /** Writes down what a run deleted. */
  async note(manager: EntityManager, { organisationId }: Actor, deleted: Deleted): Promise<RetentionRun> {
    const at = this.clock.now();
    const id = uuidV7(at.getTime());
    await manager.query('INSERT INTO retention_runs (organisation_id, id, at, deleted) VALUES ($1, $2, $3, $4)', [organisationId, id, at, canonicalJson(deleted)]);
    return viewOfRun({ id, at, deleted });
  }

  async runs({ organisationId }: Principal, { after, limit }: RetentionRunQuery): Promise<RetentionRunPage> {
    return this.scope.run(organisationId, async (manager) => {
      const rows: RunRow[] = await manager.query('SELECT id, at, deleted FROM retention_runs WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3', [organisationId, after ?? null, limit + 1]);
      const [{ total } = { total: 0 }]: { total: number }[] = await manager.query('SELECT count(*)::int AS total FROM retention_runs WHERE organisation_id = $1', [organisationId]);
      const items = rows.slice(0, limit).map(viewOfRun);
      return { items, total, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async runOf({ organisationId }: Principal, id: string): Promise<RetentionRun> {
    const [row]: RunRow[] = await this.scope.run(organisationId, (manager) => manager.query('SELECT id, at, deleted FROM retention_runs WHERE organisation_id = $1 AND id = $2', [organisationId, id]));
    if (row === undefined) throw new DomainError('unknown-record', `there is no retention run ${id}; list the runs to find its id`);
    return viewOfRun(row);
  }

  private async parts(asker: Pick<Actor, 'organisationId'>, now: Date): Promise<readonly AgingPart[]> {
    const terms = await this.settings.read(asker);
    return retentionRuleNames.flatMap((name) => {
      const days = terms[name];
      return days === null ? [] : retentionRules[name].rows.map((rows) => ({ name, rows, before: cutOff(now, days) }));
    });
  }

  private async all(asker: Actor, signal: AbortSignal, what: Omit<Deleted[number], 'rows'>, atOnce: number, remove: (manager: EntityManager) => Promise<number>): Promise<number> {
    for (let gone = 0; ; ) {
      signal.throwIfAborted();
      const some = await this.scope.run(asker.organisationId, async (manager) => {
        const rows = await remove(manager);
        if (rows > 0) await this.log.append(manager, asker, 'retention.delete', `retention/${what.rule}`, { ...what, rows });
        return rows;
      });
      gone += some;
      if (some < atOnce) return gone;
    }
  }
}

function viewOfRun({ id, at, deleted }: RunRow): RetentionRun {
  return { id, at: at.toISOString(), deleted };
}
