import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type Problem } from '../../core/inventory/problem.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type ChangePlan, planChanges } from '../../core/register/plan-changes.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { takeApart } from '../../core/register/take-apart.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { type Workbook } from '../../importers/tables/read-workbook.js';
import { type Actor } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { countsOf } from './counts-of.js';
import { type ImportRequest, type ImportView } from './import-shapes.js';
import { type ReadAnswer, type ReadTask } from './read-task.js';
import { RecordRightsService } from './record-rights.service.js';
import { RegisterStore } from './register-store.service.js';
import { unkeepable } from './unkeepable.js';

const shown = 1000;
const fieldsShown = 50;

/** Who imports: a principal, or the server itself. */
type ImportAsker = Actor & Pick<Principal, 'confined'>;

/** What reading a collection in its new state gives. */
interface ReadCollection {
  readonly name: string;
  /** Paths that spoke for the collection until now, or do from now on. */
  readonly paths: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly workbooks: readonly Workbook[];
  readonly read: ReadAnswer;
  /** Whether what it was until now decides how every unit is audited. */
  readonly steers: boolean;
}

interface PlannedImport {
  readonly plan: ChangePlan;
  readonly sources: readonly RegisterSource[];
  readonly problems: readonly Problem[];
  readonly digest: string;
}

@Injectable()
export class ImportsService implements OnModuleDestroy {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly store: RegisterStore,
    private readonly rights: RecordRightsService,
    private readonly pool: WorkerPool<ReadTask, ReadAnswer>,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  /**
   * Reads the collection with its files in their new state and shows what would change; where the request expects exactly that, changes it.
   *
   * @throws DomainError `unknown-record` where a file to withdraw is not there, `conflict` where other changes would come about than expected, `not-importable` where a file cannot be read without an error, `not-allowed` where a record it touches is not of the asker's units alone
   */
  async import(asker: ImportAsker, request: ImportRequest): Promise<ImportView> {
    return this.scope.run(asker.organisationId, await this.prepare(asker, request));
  }

  /** Reads the files and leaves comparing and writing to the caller's transaction. @throws DomainError as `import` */
  async prepare(asker: ImportAsker, request: ImportRequest, signal?: AbortSignal): Promise<(manager: EntityManager) => Promise<ImportView>> {
    const { organisationId } = asker;
    const collection = await this.read(await this.scope.run(organisationId, (manager) => this.gather(manager, organisationId, request)), signal);
    return (manager) => (request.expects === undefined ? this.preview(manager, asker, collection) : this.apply(manager, asker, request, collection));
  }

  /** Keeps the view of an import that nobody waited for. */
  async keep(manager: EntityManager, { organisationId }: Principal, json: string): Promise<string> {
    return this.store.keep(manager, organisationId, Buffer.from(json));
  }

  /** @throws DomainError `unknown-record` */
  async kept({ organisationId }: Principal, reference: string): Promise<Uint8Array> {
    const bytes = (await this.scope.run(organisationId, (manager) => this.store.contents(manager, organisationId, [reference]))).get(reference);
    if (bytes === undefined) throw new DomainError('unknown-record', 'the result of this import is not kept; import again');
    return bytes;
  }

  private async preview(manager: EntityManager, asker: ImportAsker, collection: ReadCollection): Promise<ImportView> {
    const { organisationId } = asker;
    return viewOf(await this.planned(manager, asker, collection), await this.store.revision(manager, organisationId), false);
  }

  private async apply(manager: EntityManager, asker: ImportAsker, { expects, reason }: ImportRequest, collection: ReadCollection): Promise<ImportView> {
    const { organisationId } = asker;
    const revision = await this.store.nextRevision(manager, organisationId);
    const planned = await this.planned(manager, asker, collection);
    const { plan, sources, problems, digest } = planned;
    if (digest !== expects) throw new DomainError('conflict', 'the import would change other things than the preview showed, since the register or the files have changed; look at a new preview and send its digest');
    const errors = problems.filter(({ level }) => level === undefined);
    if (errors.length > 0) throw notImportable(errors);
    const { name, texts, read } = collection;
    const files = [...texts].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
    await this.store.write(manager, asker, revision, plan, reason, { collection: name, digest });
    await this.store.writeCollection(manager, organisationId, revision, { name, files: files.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes), size: bytes.length })), sources, settings: read.settings, problems }, files.map(({ bytes }) => bytes));
    return viewOf(planned, revision, true);
  }

  /** The files of the collection as they will be, by their paths in the register. */
  private async gather(manager: EntityManager, organisationId: string, { collection: name, files, withdraw }: ImportRequest): Promise<Omit<ReadCollection, 'read'>> {
    const before = await this.store.collection(manager, organisationId, name);
    const placed = (path: string): string => `${name}/${path}`;
    const known = (before?.files ?? []).map(({ path }) => path);
    const missing = withdraw.find((path) => !known.some(isWithin(placed(path))));
    if (missing !== undefined) throw new DomainError('unknown-record', `the collection '${name}' has no file '${missing}' to withdraw; look at GET /api/v1/register/collections`);
    const fresh = new Map(files.flatMap((file) => ('content' in file ? [[placed(file.path), file.content] as const] : [])));
    const workbooks = files.flatMap((file): Workbook[] => ('workbook' in file ? [{ path: placed(file.path), bytes: Buffer.from(file.workbook, 'base64') }] : []));
    const leaving = [...withdraw.map(placed), ...workbooks.map(({ path }) => path)];
    const kept = (before?.files ?? []).filter(({ path }) => !fresh.has(path) && !leaving.some((each) => isWithin(each)(path)));
    const texts = new Map([...(await this.store.texts(manager, organisationId, kept)), ...fresh]);
    return { name, texts, workbooks, paths: new Set([...known, ...texts.keys()]), steers: before !== null && steersAudits(before.settings) };
  }

  private async read(collection: Omit<ReadCollection, 'read'>, signal?: AbortSignal): Promise<ReadCollection> {
    const files = inOrder(collection.texts).map(([path, content]): SourceText => ({ path, content }));
    const read = await this.pool.run({ files, workbooks: collection.workbooks }, signal);
    const texts = new Map(inOrder([...collection.texts, ...read.tables.map(({ path, content }) => [path, content] as const)]));
    return { ...collection, texts, paths: new Set([...collection.paths, ...texts.keys()]), read };
  }

  private async planned(manager: EntityManager, asker: ImportAsker, { name, paths, texts, read, steers }: ReadCollection): Promise<PlannedImport> {
    const { organisationId } = asker;
    if (asker.confined !== undefined && (steers || steersAudits(read.settings))) throw new DomainError('not-allowed', `the collection '${name}' names packs, facts or waivers, which hold for every unit; ask someone who works for all of them to import it, or use a collection without`);
    const { records, sources } = takeApart(read.fragments);
    const current = await this.store.records(manager, organisationId, [...paths], [...records.values()]);
    if ((await this.rights.unreadable(manager, asker, [...current.keys()])).length > 0) throw new DomainError('not-allowed', `the collection '${name}', or a record that its files name, is of other units too; use a collection of your own, or ask someone who works for all of them`);
    const plan = planChanges(current, ({ path }) => paths.has(path), records);
    await this.rights.requireOwnChanges(manager, asker, plan.changes);
    const unfit = plan.changes.filter(({ record }) => unkeepable(record)).map(({ key, record }): Problem => ({ file: record.statements[0]?.path ?? name, code: 'unkeepable-text', message: `'${key}' holds the character U+0000 or half of a surrogate pair, which the register does not keep; remove it` }));
    const problems = [...read.problems, ...unfit];
    const states = [...texts].map(([path, text]) => [path, sha256Of(text)]);
    return { plan, sources, problems, digest: digestOf(canonicalJson([name, states, plan.changes.map(({ key, what, record }) => [key, what, record.statements])])) };
  }
}

/** Whether a path is this file, or lies in this folder or workbook. */
const isWithin = (place: string) => (path: string): boolean => path === place || path.startsWith(`${place}/`);

const inOrder = (texts: Iterable<readonly [string, string]>): (readonly [string, string])[] => [...texts].sort(([a], [b]) => byCodeUnit(a, b));

/** Whether settings of a manifest reach beyond the records of its files. */
function steersAudits({ packs, facts, waivers }: ManifestSettings): boolean {
  return packs.length + facts.length + waivers.length > 0;
}

function viewOf({ plan, problems, digest }: PlannedImport, revision: number, applied: boolean): ImportView {
  const changes = plan.changes.slice(0, shown).map(({ key, what, value, fields, disputed }) => ({ key, what, value: { ...value }, fields: fields.slice(0, fieldsShown).map((field) => ({ ...field })), disputed: [...disputed] }));
  return { applied, revision, digest, counts: countsOf(plan), changes, problems: problems.map((problem) => ({ ...problem })) };
}

function notImportable(problems: readonly Problem[]): DomainError {
  const errors = problems.slice(0, 20).map(({ file, line, column, message }) => ({ pointer: [file, line, column].filter((part) => part !== undefined).join(':'), detail: message }));
  return new DomainError('not-importable', `${errors[0]?.pointer}: ${errors[0]?.detail}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}`, { errors });
}
