import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { changedFields } from '../../core/register/changed-fields.js';
import { unpackStatements } from '../../core/register/packed-statement.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { readCursor, writeCursor, type PageCursor } from '../platform/http/page-cursor.js';
import { recordConditions, type RecordConditions } from './record-conditions.js';
import { type PointInTime, type RecordPage, type RecordQuery, type RecordSummary, type RecordView, type VersionPage, type VersionQuery } from './record-shapes.js';
import { type RegisterRecordEntity } from './register-record.entity.js';
import { type RegisterRevisionEntity } from './register-revision.entity.js';
import { RecordRightsService } from './record-rights.service.js';
import { RecordTotals } from './record-totals.js';
import { RegisterStore } from './register-store.service.js';
import { summaryOf, type RecordRow } from './summary-of.js';

/** What a list is sorted by, down to what makes a record the only one; each has an index. */
const sorted = {
  id: ['kind', 'key'],
  name: ['name', 'kind', 'key'],
  changed: ["lpad(revision::text, 19, '0')", 'kind', 'key'],
} as const;

const readAtOnce = 1000;

const columns = 'kind, key, revision, change, value, disputed, paths';

/** Of a version, who made it, when and why. */
type VersionRow = RecordRow & Pick<RegisterRecordEntity, 'statements'> & { readonly changed_at: Date; readonly actor_kind: RegisterRevisionEntity['actorKind']; readonly changed_by: string; readonly reason: string };

/** Reads of single records and of lists of them. */
@Injectable()
export class RecordsService {
  private readonly totals = new RecordTotals();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly store: RegisterStore,
    private readonly rights: RecordRightsService,
  ) {}

  /** @throws DomainError `invalid-request` where `after` is no cursor, `unknown-record` where the revision is not there yet */
  async list(asker: Principal, query: RecordQuery): Promise<RecordPage> {
    return this.scope.run(asker.organisationId, async (manager) => {
      const { conditions, newest, ...page } = await this.page(manager, asker, query);
      return { ...page, total: this.totals.get(newest, conditions) ?? (await this.count(manager, asker, conditions)) };
    });
  }

  /** All records that fit, as of one revision, a part at a time. @throws DomainError as `list` */
  async *pages(asker: Principal, query: Omit<RecordQuery, 'after' | 'limit'>): AsyncGenerator<readonly RecordSummary[], void> {
    for (let next: Pick<RecordQuery, 'revision' | 'after'> = {}; ; ) {
      const page = await this.scope.run(asker.organisationId, (manager) => this.page(manager, asker, { ...query, ...next, limit: readAtOnce }));
      yield page.items;
      if (page.next === null) return;
      next = { revision: page.revision, after: page.next };
    }
  }

  /** Counts in one statement with the revision that stands, since another may have come since the page was read. */
  private async count(manager: EntityManager, { organisationId }: Principal, conditions: RecordConditions): Promise<number> {
    const { sql, parameters } = conditions;
    const [counted]: [{ total: string; newest: string | null }] = await manager.query(`SELECT count(*) AS total, (SELECT revision FROM register_heads WHERE organisation_id = $${parameters.length + 1}) AS newest FROM register_records WHERE ${sql}`, [...parameters, organisationId]);
    const total = Number(counted.total);
    this.totals.set(Number(counted.newest ?? 0), conditions, total);
    return total;
  }

  private async page(manager: EntityManager, asker: Principal, query: RecordQuery): Promise<Omit<RecordPage, 'total'> & { readonly conditions: RecordConditions; readonly newest: number }> {
    const { organisationId } = asker;
    const { sort, after, limit } = query;
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const by = sorted[sort.replace('-', '') as keyof typeof sorted];
    const cursor = after === undefined ? undefined : readCursor(after, by.length);
    const { revision, newest, past } = await this.pointIn(manager, organisationId, query);
    const conditions = recordConditions(organisationId, query, past ? revision : undefined, (given) => this.rights.readableRow(asker, given));
    const { sql, parameters } = conditions;
    const beyond = cursor === undefined ? '' : `AND (${by.join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${by.map((_, part) => `$${parameters.length + part + 1}`).join(', ')})`;
    const order = by.map((each) => `${each} ${direction}`).join(', ');
    // Which records stand on the page is read from an index alone; only they are read whole.
    const found: (RecordRow & { readonly at: PageCursor })[] = await manager.query(
      `SELECT ${columns}, ARRAY[${by.join(', ')}] AS at FROM register_records
       WHERE organisation_id = $1 AND id = ANY (ARRAY(SELECT id FROM register_records WHERE ${sql} ${beyond} ORDER BY ${order} LIMIT ${limit + 1})) ORDER BY ${order}`,
      [...parameters, ...(cursor ?? [])],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(summaryOf), revision, next: last === undefined || found.length <= limit ? null : writeCursor(last.at), conditions, newest };
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, kind: NounKind, id: string, point: PointInTime): Promise<RecordView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.requireReadable(manager, asker, kind, id);
      const { revision, past } = await this.pointIn(manager, organisationId, point);
      return this.find(manager, organisationId, kind, id, past ? revision : undefined);
    });
  }

  /** All versions of a record, newest first. @throws DomainError `unknown-record` */
  async versions(asker: Principal, kind: NounKind, id: string, { before, limit }: VersionQuery): Promise<VersionPage> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.requireReadable(manager, asker, kind, id);
      const rows = await this.versionRows(manager, 'key = $3 AND kind = $2 AND ($4::bigint IS NULL OR r.revision < $4::bigint)', [organisationId, kind, id, before ?? null], limit + 1);
      if (rows.length === 0 && before === undefined) throw noSuchRecord(kind, id);
      const items = rows.slice(0, limit).map((row, index) => ({ ...changeOf(row), what: row.change, value: { ...row.value }, fields: changedFields(rows[index + 1]?.value ?? {}, row.value).map((field) => ({ ...field })) }));
      return { items, next: rows.length > limit ? (items.at(-1)?.revision ?? null) : null };
    });
  }

  /** A record that the asker may not read is as if it were not there. @throws DomainError `unknown-record` */
  async requireReadable(manager: EntityManager, asker: Principal, kind: NounKind, id: string): Promise<void> {
    if ((await this.rights.unreadable(manager, asker, [recordKey(kind, id)])).length > 0) throw noSuchRecord(kind, id);
  }

  /** The record in the caller's transaction. @throws DomainError `unknown-record` */
  async find(manager: EntityManager, organisationId: string, kind: NounKind, id: string, revision?: number): Promise<RecordView> {
    const at = revision === undefined ? 'r.ended_by IS NULL' : 'r.revision <= $4::bigint AND (r.ended_by IS NULL OR r.ended_by > $4::bigint)';
    const [row] = await this.versionRows(manager, `kind = $2 AND key = $3 AND ${at}`, [organisationId, kind, id, ...(revision === undefined ? [] : [revision])], 1);
    if (row === undefined) throw noSuchRecord(kind, id);
    return { ...summaryOf(row), change: changeOf(row), statements: unpackStatements(row.statements).map(({ path, importer, value, origin, origins }) => ({ path, importer, value: { ...value }, origin: { ...origin }, origins: Object.fromEntries(Object.entries(origins).map(([pointer, each]) => [pointer, { ...each }])) })) };
  }

  private async versionRows(manager: EntityManager, where: string, parameters: readonly unknown[], limit: number): Promise<readonly VersionRow[]> {
    return manager.query(
      `SELECT ${columns.replaceAll('revision', 'r.revision')}, statements, changed_at, actor_kind, changed_by, reason
       FROM register_records r JOIN register_revisions v ON v.organisation_id = r.organisation_id AND v.revision = r.revision
       WHERE r.organisation_id = $1 AND ${where} ORDER BY r.revision DESC LIMIT ${limit}`,
      [...parameters],
    );
  }

  /** The revision that is meant, the newest one, and whether the current records may be others. */
  private async pointIn(manager: EntityManager, organisationId: string, { asOf, revision }: PointInTime): Promise<{ readonly revision: number; readonly newest: number; readonly past: boolean }> {
    const newest = await this.store.revision(manager, organisationId);
    if (revision !== undefined && revision > newest) throw new DomainError('unknown-record', `the register has no revision ${revision}; the newest is ${newest}`);
    const then = asOf === undefined ? newest : await this.store.revisionAt(manager, organisationId, new Date(asOf));
    const meant = Math.min(then, revision ?? newest);
    return { revision: meant, newest, past: meant < newest };
  }
}

function changeOf({ revision, changed_at: changedAt, actor_kind: kind, changed_by: id, reason }: VersionRow): RecordView['change'] {
  return { revision: Number(revision), changedAt: changedAt.toISOString(), changedBy: { kind, id }, reason };
}

function noSuchRecord(kind: NounKind, id: string): DomainError {
  return new DomainError('unknown-record', `the register has no ${recordKey(kind, id)}; list the records to find its id`);
}
