import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type ChangedRecord } from '../../core/exposure/changed-record.js';
import { type RecordFinder } from '../../core/exposure/record-finder.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { joinSettings } from './join-settings.js';
import { type RegisterCollectionEntity } from './register-collection.entity.js';
import { RegisterStore } from './register-store.service.js';

type Value = Readonly<Record<string, unknown>>;
type Statements = readonly { readonly value: Value }[] | null;

/** More changed records than this are not followed one by one. */
const most = 20_000;

/** What has changed in the register between two revisions, and what refers to it. Every method runs in the caller's transaction. */
@Injectable()
export class RegisterChangesService {
  constructor(private readonly store: RegisterStore) {}

  /** Records that are not what they were; undefined where they are too many to follow. */
  async changedRecords(manager: EntityManager, organisationId: string, from: number, to: number): Promise<readonly ChangedRecord[] | undefined> {
    const standing = (alias: string, revision: string): string => `${alias}.organisation_id = $1 AND ${alias}.kind = t.kind AND ${alias}.key = t.key AND ${alias}.revision <= ${revision} AND (${alias}.ended_by IS NULL OR ${alias}.ended_by > ${revision}) AND ${alias}.change <> 'retired'`;
    const rows: { kind: NounKind; key: string; before: Value | null; after: Value | null; said: Statements; says: Statements }[] = await manager.query(
      `SELECT t.kind, t.key, b.value AS before, b.statements AS said, a.value AS after, a.statements AS says
       FROM (SELECT DISTINCT kind, key FROM register_records WHERE organisation_id = $1 AND revision > $2 AND revision <= $3 LIMIT ${most + 1}) AS t
       LEFT JOIN register_records b ON ${standing('b', '$2')}
       LEFT JOIN register_records a ON ${standing('a', '$3')}`,
      [organisationId, from, to],
    );
    if (rows.length > most) return undefined;
    return rows.map(({ kind, key: id, before, after, said, says }) => ({ kind, id, ...(before === null ? {} : { before }), ...(after === null ? {} : { after }), stated: [...(said ?? []), ...(says ?? [])].map(({ value }) => value) }));
  }

  /** When the first change after a revision came about; absent where there is none. */
  async firstAfter(manager: EntityManager, organisationId: string, revision: number): Promise<Date | undefined> {
    const [row]: { changed_at: Date }[] = await manager.query('SELECT changed_at FROM register_revisions WHERE organisation_id = $1 AND revision > $2 ORDER BY revision LIMIT 1', [organisationId, revision]);
    return row?.changed_at;
  }

  /** Finds records as they stand now. */
  finder(manager: EntityManager, organisationId: string): RecordFinder {
    return async (kind, patterns) => {
      if (patterns.length === 0) return [];
      const rows: { key: string; value: Value }[] = await manager.query(
        `SELECT DISTINCT ON (r.key) r.key, r.value FROM unnest($3::jsonb[]) AS pattern
         JOIN LATERAL (SELECT key, value FROM register_records WHERE organisation_id = $1 AND kind = $2 AND ended_by IS NULL AND change <> 'retired' AND value @> pattern OFFSET 0) AS r ON true
         ORDER BY r.key`,
        [organisationId, kind, patterns.map((pattern) => JSON.stringify(pattern))],
      );
      return rows.map(({ key: id, value }) => ({ id, value }));
    };
  }

  /** Whether sources contradict each other on whose a flow is, now. */
  async flowsDisputed(manager: EntityManager, organisationId: string): Promise<boolean> {
    const found: unknown[] = await manager.query("SELECT 1 FROM register_records WHERE organisation_id = $1 AND kind = 'dataFlow' AND ended_by IS NULL AND change <> 'retired' AND '/deployment' = ANY (disputed) LIMIT 1", [organisationId]);
    return found.length > 0;
  }

  /** Keys of the records of the organisation itself. */
  async organisations(manager: EntityManager, organisationId: string): Promise<readonly string[]> {
    const rows: { key: string }[] = await manager.query("SELECT key FROM register_records WHERE organisation_id = $1 AND kind = 'organisation' AND ended_by IS NULL AND change <> 'retired'", [organisationId]);
    return rows.map(({ key }) => recordKey('organisation', key));
  }

  /** What stands beside the records: settings, and the waivers and facts that they name. */
  async beside(manager: EntityManager, organisationId: string, revision: number): Promise<{ readonly settings: ManifestSettings; readonly files: readonly SourceText[] }> {
    const collections = await this.store.collectionsAt(manager, organisationId, revision);
    const { settings, named } = joinSettings(collections);
    const texts = await this.store.texts(manager, organisationId, named);
    return { settings, files: [...texts].map(([path, content]) => ({ path, content })) };
  }

  /** Why everything is affected by what stands beside the records: absent where it is the same with both revisions, and no code was looked through. */
  async changedBeside(manager: EntityManager, organisationId: string, from: number, to: number): Promise<string | undefined> {
    const [before, after] = [await this.store.collectionsAt(manager, organisationId, from), await this.store.collectionsAt(manager, organisationId, to)];
    if (besideOf(before) !== besideOf(after)) return 'the settings, problems, waivers or facts of a collection have changed';
    return [...before, ...after].some(({ sources }) => sources.some(({ importer }) => importer === 'code')) ? 'code was looked through, and what it calls is held against every deployment' : undefined;
  }
}

/** What audits read of collections apart from records. */
function besideOf(collections: readonly RegisterCollectionEntity[]): string {
  const { settings, named } = joinSettings(collections);
  return JSON.stringify([settings, named.map(({ path, sha256 }) => [path, sha256]), collections.flatMap(({ problems }) => problems)]);
}
