import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type FleetMember } from '../../core/exposure/fleet-member.js';
import { type FleetOverview, overlook } from '../../core/exposure/fleet-overview.js';
import { type Deployment } from '../../core/inventory/deployment.js';
import { groupedBy } from '../../core/inventory/grouped-by.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { unpackRecord, type PackedRecord, type PackedStatement } from '../../core/register/packed-statement.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { handSources } from './hand-sources.js';
import { joinSettings } from './join-settings.js';
import { type RecordsOfPart } from '../../core/register/records-of-part.js';
import { type RegisterCollectionEntity } from './register-collection.entity.js';
import { RegisterStore } from './register-store.service.js';

/** What stands in the register of some deployments and of all that is no deployment's, with an overview of the rest. */
export interface RegisterPart extends Pick<RegisterOutline, 'settings' | 'problems' | 'files' | 'sources' | 'overview'> {
  readonly records: readonly RegisterRecord[];
}

/** What a register holds beside its deployments and their flows, and an overview of these. */
export interface RegisterOutline {
  readonly settings: ManifestSettings;
  readonly problems: readonly Problem[];
  /** Waivers and facts that manifests name. */
  readonly files: readonly SourceText[];
  readonly sources: readonly RegisterSource[];
  /** In the order of their ids. */
  readonly deployments: readonly FleetMember[];
  readonly overview: FleetOverview;
}

/** Records as JSON texts, one array, as `PackedRecord` has them. */
export type RecordsText = string;

/** What of the records of a kind stood with a revision, `r` and `$1`, `$2` for the register and the revision. */
const standing = (alias: string): string => `${alias}.organisation_id = $1 AND ${alias}.revision <= $2 AND (${alias}.ended_by IS NULL OR ${alias}.ended_by > $2) AND ${alias}.change <> 'retired'`;

/** Deployments `$3` with whom they fall back on, their flows with whose they are, and the deployments they fall back on without theirs. */
const ofRange = `
  SELECT r.kind, r.key, r.statements::text AS statements, r.key AS owner, r.value #>> '{fallback,deployment}' AS fallback FROM register_records r WHERE ${standing('r')} AND r.kind = 'deployment' AND r.key = ANY ($3)
  UNION ALL
  SELECT r.kind, r.key, r.statements::text, r.deployment, NULL FROM register_records r WHERE ${standing('r')} AND r.kind = 'dataFlow' AND r.deployment = ANY ($3)
  UNION ALL
  SELECT r.kind, r.key, r.statements::text, r.key, NULL FROM register_records r WHERE ${standing('r')} AND r.kind = 'deployment' AND NOT r.key = ANY ($3)
    AND r.key IN (SELECT d.value #>> '{fallback,deployment}' FROM register_records d WHERE ${standing('d')} AND d.kind = 'deployment' AND d.key = ANY ($3))`;

/** Deployments of a part: few enough that what is made of them is let go before it is moved to where the garbage collector seldom looks. */
const inPart = 50;

type FleetRow = Record<'key' | 'model' | 'route' | 'status' | 'criticality' | 'provider' | 'kind' | 'host', string | null>;

/** Reads the register a range of deployments at a time. Every method runs in the caller's transaction. */
@Injectable()
export class RegisterRangesService {
  constructor(private readonly store: RegisterStore) {}

  async countDeployments(manager: EntityManager, organisationId: string, revision: number): Promise<number> {
    const [row]: { count: string }[] = await manager.query(`SELECT count(*) AS count FROM register_records r WHERE ${standing('r')} AND r.kind = 'deployment'`, [organisationId, revision]);
    return Number(row?.count);
  }

  /**
   * `among` are ids of the only deployments that are meant; the sources and the overview are of all.
   * Undefined where deployments cannot be told apart by what the register keeps of each, so that it can only be read as a whole.
   */
  async outline(manager: EntityManager, organisationId: string, revision: number, among?: ReadonlySet<string>): Promise<RegisterOutline | undefined> {
    const collections = await this.store.collectionsAt(manager, organisationId, revision);
    const sources = collections.flatMap((collection) => collection.sources);
    if (await this.isEntangled(manager, organisationId, revision, sources)) return undefined;
    const fleet = await this.fleet(manager, organisationId, revision);
    return {
      ...(await this.beside(manager, organisationId, collections)),
      sources: [...sources, ...(await this.statedByHand(manager, organisationId, revision))],
      deployments: among === undefined ? fleet : fleet.filter(({ id }) => among.has(id)),
      overview: overlook(fleet, (await this.looseFlows(manager, organisationId, revision)).length),
    };
  }

  /** Undefined where the register can only be read as a whole, as with `outline`. */
  async part(manager: EntityManager, organisationId: string, revision: number, deployments: readonly string[]): Promise<RegisterPart | undefined> {
    const collections = await this.store.collectionsAt(manager, organisationId, revision);
    const sources = collections.flatMap((collection) => collection.sources);
    if (await this.isEntangled(manager, organisationId, revision, sources)) return undefined;
    const parts = await this.range(manager, organisationId, revision, deployments);
    const texts = [await this.commons(manager, organisationId, revision), ...parts.map((part) => part.records), await this.loose(manager, organisationId, revision)];
    const records = texts.flatMap((text) => (JSON.parse(text) as PackedRecord[]).map(unpackRecord));
    const named = new Set(records.flatMap(({ statements }) => statements.map(({ path }) => path)));
    return {
      ...(await this.beside(manager, organisationId, collections)),
      sources: [...sources.filter(({ path }) => named.has(path)), ...handSources(records)],
      overview: overlook(await this.fleet(manager, organisationId, revision), (await this.looseFlows(manager, organisationId, revision)).length),
      records,
    };
  }

  /** What is no deployment's and no flow's. */
  async commons(manager: EntityManager, organisationId: string, revision: number): Promise<RecordsText> {
    return this.textOf(manager, `SELECT r.kind, r.key, r.statements::text AS statements FROM register_records r WHERE ${standing('r')} AND r.kind NOT IN ('deployment', 'dataFlow')`, [organisationId, revision]);
  }

  /** Deployments with their flows, and those they fall back on without theirs, a few deployments at a time in the order that is given. */
  async range(manager: EntityManager, organisationId: string, revision: number, deployments: readonly string[]): Promise<readonly RecordsOfPart[]> {
    const rows: RangeRow[] = await manager.query(ofRange, [organisationId, revision, deployments]);
    const ofOwner = groupedBy(rows, ({ owner }) => owner);
    const parts: RecordsOfPart[] = [];
    for (let from = 0; from < deployments.length; from += inPart) {
      const few = deployments.slice(from, from + inPart);
      const own = few.flatMap((id) => ofOwner.get(id) ?? []);
      const fallbacks = [...new Set(own.flatMap(({ fallback }) => fallback ?? []))].filter((id) => !few.includes(id));
      parts.push({ deployments: few, records: arrayOf([...own, ...fallbacks.flatMap((id) => (ofOwner.get(id) ?? []).filter(({ kind }) => kind === 'deployment'))]) });
    }
    return parts;
  }

  /** Flows of no recorded deployment. */
  async loose(manager: EntityManager, organisationId: string, revision: number): Promise<RecordsText> {
    return this.textOf(manager, `SELECT r.kind, r.key, r.statements::text AS statements FROM register_records r WHERE ${standing('r')} AND r.kind = 'dataFlow' AND r.key = ANY ($3)`, [organisationId, revision, await this.looseFlows(manager, organisationId, revision)]);
  }

  private async beside(manager: EntityManager, organisationId: string, collections: readonly RegisterCollectionEntity[]): Promise<Pick<RegisterOutline, 'settings' | 'problems' | 'files'>> {
    const { settings, named } = joinSettings(collections);
    const texts = await this.store.texts(manager, organisationId, named);
    return { settings, problems: collections.flatMap(({ problems }) => problems), files: [...texts].map(([path, content]) => ({ path, content })) };
  }

  private async fleet(manager: EntityManager, organisationId: string, revision: number): Promise<readonly FleetMember[]> {
    const rows: FleetRow[] = await manager.query(
      `SELECT r.key, r.value ->> 'model' AS model, r.value ->> 'route' AS route, r.value ->> 'status' AS status, r.value ->> 'criticality' AS criticality, r.value ->> 'provider' AS provider, r.value #>> '{place,kind}' AS kind, r.value #>> '{place,provider}' AS host
       FROM register_records r WHERE ${standing('r')} AND r.kind = 'deployment' ORDER BY r.key COLLATE "C"`,
      [organisationId, revision],
    );
    return rows.map(({ key, model, route, status, criticality, provider, kind, host }) => {
      const stated = Object.fromEntries(Object.entries({ model, route, status, criticality, provider }).filter(([, value]) => value !== null));
      return { id: key, ...stated, ...(kind === null && host === null ? {} : { place: { ...(kind === null ? {} : { kind }), ...(host === null ? {} : { provider: host }) } }) } as Pick<Deployment, 'id' | 'place'>;
    });
  }

  /** Keys of the flows of no recorded deployment. */
  private async looseFlows(manager: EntityManager, organisationId: string, revision: number): Promise<readonly string[]> {
    const rows: { key: string }[] = await manager.query(
      `SELECT r.key FROM register_records r WHERE ${standing('r')} AND r.kind = 'dataFlow'
       AND NOT EXISTS (SELECT FROM register_records d WHERE ${standing('d')} AND d.kind = 'deployment' AND d.key = r.deployment)`,
      [organisationId, revision],
    );
    return rows.map(({ key }) => key);
  }

  private async statedByHand(manager: EntityManager, organisationId: string, revision: number): Promise<readonly RegisterSource[]> {
    const rows: { kind: NounKind; key: string; statements: readonly PackedStatement[] }[] = await manager.query(
      `SELECT r.kind, r.key, r.statements FROM register_records r WHERE ${standing('r')} AND r.statements @> '[{"importer": "register"}]'`,
      [organisationId, revision],
    );
    return handSources(rows.map(({ kind, key, statements }) => unpackRecord({ kind, id: key, statements })));
  }

  /**
   * Whether what is said of one deployment can depend on what is said of others: where flows that were found may be those of another deployment since sources disagree on whose they are,
   * or where one file was read as several pieces or twice, which are told apart by all that each says.
   */
  private async isEntangled(manager: EntityManager, organisationId: string, revision: number, sources: readonly RegisterSource[]): Promise<boolean> {
    if (sources.some(({ importer }) => importer === 'code')) return true;
    const repeated = repeatedPaths(sources);
    const found: unknown[] = await manager.query(
      `SELECT 1 WHERE (EXISTS (SELECT FROM register_records r WHERE ${standing('r')} AND r.kind = 'dataFlow' AND r.value -> 'undeclared' = 'true')
         AND EXISTS (SELECT FROM register_records r WHERE ${standing('r')} AND r.kind = 'dataFlow' AND jsonb_array_length(r.statements) > 1
           AND (SELECT count(DISTINCT s #>> '{value,deployment}') FROM jsonb_array_elements(r.statements) AS s) > 1))
       OR ($3::text[] <> '{}' AND EXISTS (SELECT FROM register_records r WHERE ${standing('r')} AND r.kind IN ('deployment', 'dataFlow') AND r.paths && $3::text[]))
       OR EXISTS (SELECT FROM register_records r WHERE ${standing('r')} AND r.kind = 'codeCall')`,
      [organisationId, revision, repeated],
    );
    return found.length > 0;
  }

  private async textOf(manager: EntityManager, query: string, parameters: readonly unknown[]): Promise<RecordsText> {
    return arrayOf(await manager.query(query, [...parameters]));
  }
}

interface RecordRow {
  readonly kind: NounKind;
  readonly key: string;
  readonly statements: string;
}

interface RangeRow extends RecordRow {
  /** The deployment that it is, or whose it is. */
  readonly owner: string;
  readonly fallback: string | null;
}

function arrayOf(rows: readonly RecordRow[]): RecordsText {
  return `[${rows.map(({ kind, key, statements }) => `{"kind":${JSON.stringify(kind)},"id":${JSON.stringify(key)},"statements":${statements}}`).join(',')}]`;
}

/** Paths of files that more than one piece of the sources is of. */
function repeatedPaths(sources: readonly RegisterSource[]): readonly string[] {
  const seen = new Set<string>();
  return sources.flatMap(({ path, importer, sha256 }) => {
    const identity = `${path}\n${importer}\n${sha256}`;
    if (seen.has(identity)) return [path];
    seen.add(identity);
    return [];
  });
}
