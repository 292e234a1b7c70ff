import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { unpackRecord, packStatements, type PackedStatement } from '../../core/register/packed-statement.js';
import { type ChangePlan } from '../../core/register/plan-changes.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { LogService, type Actor } from '../log/log.service.js';
import { Clock } from '../platform/clock/clock.js';
import { gatherStatistics } from '../platform/database/gather-statistics.js';
import { keepContent } from '../platform/database/keep-content.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { countsOf } from './counts-of.js';
import { RegisterCollectionEntity, type CollectionFile } from './register-collection.entity.js';
import { RegisterRecordEntity } from './register-record.entity.js';
import { RegisterRevisionEntity } from './register-revision.entity.js';

export interface RecordName {
  readonly kind: NounKind;
  readonly id: string;
}

/** Rows that go to the database in one statement. */
const atOnce = 1000;
/** Stands for the server itself. */
const nobody = '00000000-0000-0000-0000-000000000000';
const readAtOnce = 5000;

/** Reads and writes what stands in the register, in the transaction of whoever asks. */
@Injectable()
export class RegisterStore {
  constructor(
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  /** The number that the next revision has. Whoever has asked for it is the only one who changes the register until the transaction ends. */
  async nextRevision(manager: EntityManager, organisationId: string): Promise<number> {
    await manager.query('INSERT INTO register_heads (organisation_id, revision) VALUES ($1, 0) ON CONFLICT DO NOTHING', [organisationId]);
    const rows: { revision: string }[] = await manager.query('SELECT revision FROM register_heads WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
    return Number(rows[0]?.revision) + 1;
  }

  /** The revision that stands; 0 where nothing was ever written. */
  async revision(manager: EntityManager, organisationId: string): Promise<number> {
    const rows: { revision: string }[] = await manager.query('SELECT revision FROM register_heads WHERE organisation_id = $1', [organisationId]);
    return Number(rows[0]?.revision ?? 0);
  }

  async newest(manager: EntityManager, organisationId: string): Promise<{ readonly revision: number; readonly since: Date } | undefined> {
    const [row]: { revision: string; changed_at: Date }[] = await manager.query('SELECT revision, changed_at FROM register_revisions WHERE organisation_id = $1 ORDER BY revision DESC LIMIT 1', [organisationId]);
    return row === undefined ? undefined : { revision: Number(row.revision), since: row.changed_at };
  }

  /** The revision that stood at an instant; 0 before the first. */
  async revisionAt(manager: EntityManager, organisationId: string, asOf: Date): Promise<number> {
    const rows: { revision: string | null }[] = await manager.query('SELECT max(revision) AS revision FROM register_revisions WHERE organisation_id = $1 AND changed_at <= $2', [organisationId, asOf]);
    return Number(rows[0]?.revision ?? 0);
  }

  /** Collections as they stood with a revision, by name. */
  async collectionsAt(manager: EntityManager, organisationId: string, revision: number): Promise<readonly RegisterCollectionEntity[]> {
    const at = { organisationId, revision: LessThanOrEqual(String(revision)) };
    return manager.find(RegisterCollectionEntity, { where: [{ ...at, endedBy: IsNull() }, { ...at, endedBy: MoreThan(String(revision)) }], order: { name: 'ASC' } });
  }

  /** Records as they stood with a revision, the retired ones aside, a part at a time. */
  async *recordsAt(manager: EntityManager, organisationId: string, revision: number): AsyncGenerator<readonly RegisterRecord[]> {
    for (let after: readonly string[] = ['', '']; ; ) {
      const rows: { kind: NounKind; key: string; statements: readonly PackedStatement[] }[] = await manager.query(
        `SELECT kind, key, statements FROM register_records
         WHERE organisation_id = $1 AND (kind, key) > ($2, $3) AND revision <= $4 AND (ended_by IS NULL OR ended_by > $4) AND change <> 'retired'
         ORDER BY kind, key LIMIT ${readAtOnce}`,
        [organisationId, ...after, revision],
      );
      yield rows.map(({ kind, key: id, statements }) => unpackRecord({ kind, id, statements }));
      const last = rows.at(-1);
      if (last === undefined || rows.length < readAtOnce) return;
      after = [last.kind, last.key];
    }
  }

  async collection(manager: EntityManager, organisationId: string, name: string): Promise<RegisterCollectionEntity | null> {
    return manager.findOneBy(RegisterCollectionEntity, { organisationId, name, endedBy: IsNull() });
  }

  /** The record as it stands, with the revision that made it so. */
  async current(manager: EntityManager, organisationId: string, kind: NounKind, id: string): Promise<{ readonly revision: number; readonly record: RegisterRecord } | undefined> {
    const row = await manager.findOneBy(RegisterRecordEntity, { organisationId, kind, key: id, endedBy: IsNull() });
    return row === null ? undefined : { revision: Number(row.revision), record: unpackRecord({ kind, id, statements: row.statements }) };
  }

  /** Records by key, retired ones too, that one of the sources speaks of or that are named. */
  async records(manager: EntityManager, organisationId: string, paths: readonly string[], names: readonly RecordName[]): Promise<ReadonlyMap<string, RegisterRecord>> {
    const rows: { kind: NounKind; key: string; statements: readonly PackedStatement[] }[] = await manager.query(
      `SELECT kind, key, statements FROM register_records WHERE organisation_id = $1 AND ended_by IS NULL AND paths && $2::text[]
       UNION ALL
       SELECT r.kind, r.key, r.statements FROM unnest($3::text[], $4::text[]) AS named (kind, key)
       JOIN register_records r ON r.organisation_id = $1 AND r.kind = named.kind AND r.key = named.key AND r.ended_by IS NULL AND NOT r.paths && $2::text[]`,
      [organisationId, paths, names.map(({ kind }) => kind), names.map(({ id }) => id)],
    );
    return new Map(rows.map(({ kind, key: id, statements }) => [recordKey(kind, id), unpackRecord({ kind, id, statements })]));
  }

  /** Writes down a change under its revision, with who, when and why. */
  async write(manager: EntityManager, asker: Actor, revision: number, { changes, unchanged }: ChangePlan, reason: string, details: Readonly<Record<string, unknown>>, action = 'register.import'): Promise<void> {
    const { organisationId } = asker;
    const changedAt = this.clock.now();
    const counts = countsOf({ changes, unchanged });
    await manager.query('UPDATE register_heads SET revision = $2 WHERE organisation_id = $1', [organisationId, revision]);
    await manager.insert(RegisterRevisionEntity, { organisationId, revision: String(revision), changedAt, actorKind: asker.kind, changedBy: asker.kind === 'system' ? nobody : asker.id, reason, counts });
    for (let from = 0; from < changes.length; from += atOnce) {
      // One look-up for each record: a join is planned as a reading of the whole register while PostgreSQL has no statistics of it, as in a first import.
      const part = changes.slice(from, from + atOnce);
      await manager.query(
        `UPDATE register_records SET ended_by = $2 WHERE organisation_id = $1 AND id = ANY (ARRAY(
           SELECT current.id FROM unnest($3::text[], $4::text[]) AS ended (kind, key)
           CROSS JOIN LATERAL (SELECT id FROM register_records r WHERE r.organisation_id = $1 AND r.kind = ended.kind AND r.key = ended.key AND r.ended_by IS NULL LIMIT 1) AS current))`,
        [organisationId, revision, part.map(({ record }) => record.kind), part.map(({ record }) => record.id)],
      );
      const rows = part.map(({ what, record: { kind, id, statements }, value, disputed }) => ({ id: uuidV7(changedAt.getTime()), kind, key: id, change: what, statements: packStatements(statements), value, disputed, paths: [...new Set(statements.map(({ path }) => path))] }));
      await manager.query(
        `INSERT INTO register_records (organisation_id, id, kind, key, revision, change, statements, value, disputed, paths)
         SELECT $1, id, kind, key, $2, change, statements, value, disputed, paths
         FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, kind text, key text, change text, statements jsonb, value jsonb, disputed text[], paths text[])`,
        [organisationId, revision, JSON.stringify(rows)],
      );
    }
    await gatherStatistics(manager, 'register_records', changes.length);
    await this.log.append(manager, asker, action, `register/${revision}`, { ...details, counts });
  }

  /** Writes the state of a collection after a change; bytes that are kept already are not kept twice. */
  async writeCollection(manager: EntityManager, organisationId: string, revision: number, collection: Pick<RegisterCollectionEntity, 'name' | 'files' | 'sources' | 'settings' | 'problems'>, contents: readonly Uint8Array[]): Promise<void> {
    for (const content of contents) await this.keep(manager, organisationId, content);
    await manager.update(RegisterCollectionEntity, { organisationId, name: collection.name, endedBy: IsNull() }, { endedBy: String(revision) });
    await manager.insert(RegisterCollectionEntity, { organisationId, id: uuidV7(this.clock.now().getTime()), revision: String(revision), ...collection });
  }

  /** Keeps bytes under their SHA-256, which is answered. */
  async keep(manager: EntityManager, organisationId: string, content: Uint8Array): Promise<string> {
    const sha256 = sha256Of(content);
    await keepContent(manager, 'register_contents', organisationId, sha256, content);
    return sha256;
  }

  /** The texts of files of a collection, by path. @throws Error where bytes are gone: nothing is taken for empty */
  async texts(manager: EntityManager, organisationId: string, files: readonly CollectionFile[]): Promise<ReadonlyMap<string, string>> {
    const contents = await this.contents(manager, organisationId, files.map(({ sha256 }) => sha256));
    return new Map(
      files.map(({ path, sha256 }) => {
        const bytes = contents.get(sha256);
        if (bytes === undefined) throw new Error(`the bytes of ${path} are gone from the register`);
        return [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
      }),
    );
  }

  /** The bytes with these digests, in hexadecimal. */
  async contents(manager: EntityManager, organisationId: string, digests: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const rows: { sha256: string; content: Uint8Array }[] = await manager.query('SELECT sha256, content FROM register_contents WHERE organisation_id = $1 AND sha256 = ANY ($2)', [organisationId, digests]);
    return new Map(rows.map(({ sha256, content }) => [sha256, content]));
  }
}
