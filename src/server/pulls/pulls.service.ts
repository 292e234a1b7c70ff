import { Injectable } from '@nestjs/common';
import { zipSync } from 'fflate';
import { LessThan, type EntityManager, type FindOptionsSelect } from 'typeorm';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { ConfigurationError } from '../platform/config/configuration-error.js';
import { Clock } from '../platform/clock/clock.js';
import { keepContent } from '../platform/database/keep-content.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { ConfiguredPulls } from './configured-pulls.js';
import { PullEntity } from './pull.entity.js';
import { type PullReport } from './pull-report.js';
import { type ConnectionList, type PullPage, type PullQuery, type PullSummary } from './pull-shapes.js';
import { remoteFaults } from './remote-fault.js';
import { runPull, type FinishedPull } from './run-pull.js';
import { scopeOf } from './scope-of.js';

/** What a list shows; report and files may be large. */
const listed: FindOptionsSelect<PullEntity> = { id: true, connection: true, createdAt: true, complete: true, contentDigest: true, fileCount: true, gapCount: true };

/** Dates in a ZIP have no time zone and begin here. */
const noTime = new Date(1980, 0, 1);

@Injectable()
export class PullsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly pulls: ConfiguredPulls,
  ) {}

  /** Every connection with its last pull. */
  async connections({ organisationId }: Principal): Promise<ConnectionList> {
    const last = await this.scope.run(organisationId, (manager) => Promise.all(this.pulls.all.map(({ connection: { name } }) => manager.findOne(PullEntity, { select: listed, where: { organisationId, connection: name }, order: { id: 'DESC' } }))));
    const items = this.pulls.all.map(({ connection, credential }, index) => ({ name: connection.name, system: connection.system, url: connection.url, signsIn: credential !== undefined, scope: scopeOf(connection), last: last[index] ? summaryOf(last[index]) : null }));
    return { items };
  }

  /** @throws DomainError `unknown-record` */
  requireConnection(name: string): void {
    this.pulls.get(name);
  }

  /** Pulls and keeps nothing yet. @throws DomainError `unknown-record`, `unavailable` or `pull-refused` where nothing at all could be read */
  async pull(name: string, signal: AbortSignal, progress: (files: number) => void): Promise<FinishedPull> {
    const pull = this.pulls.get(name);
    const finished = await runPull(pull, { signal, now: () => this.clock.now(), progress }).catch((error: unknown) => {
      throw error instanceof ConfigurationError ? new DomainError('pull-refused', `'${name}' ${error.complaints.join('; ')}`) : error;
    });
    const { files, gaps } = finished.report;
    const [first] = gaps;
    if (files.length > 0 || first === undefined) return finished;
    const away = gaps.some(({ code }) => Object.hasOwn(remoteFaults, code) && remoteFaults[code as keyof typeof remoteFaults].away);
    throw new DomainError(away ? 'unavailable' : 'pull-refused', `nothing could be pulled from '${name}': ${first.message}`, { errors: gaps.slice(0, 20).map(({ what, message }) => ({ pointer: what, detail: message })) });
  }

  /** Keeps a pull, in the caller's transaction. @returns its id */
  async store(manager: EntityManager, asker: Principal, { report, files }: FinishedPull): Promise<string> {
    const { organisationId } = asker;
    const createdAt = this.clock.now();
    const id = uuidV7(createdAt.getTime());
    for (const { sha256, bytes } of files) await keepContent(manager, 'pulled_contents', organisationId, sha256, Buffer.from(bytes));
    const { connection, complete, contentDigest } = report;
    await manager.insert(PullEntity, { organisationId, id, connection, createdAt, requestedBy: asker.id, complete, contentDigest, fileCount: report.files.length, gapCount: report.gaps.length, files: files.map(({ path, sha256 }) => ({ path, sha256 })), report: JSON.stringify(report) });
    await this.log.append(manager, asker, 'pull.create', `pull/${id}`, { connection, complete, contentDigest, files: report.files.length, gaps: report.gaps.length });
    return id;
  }

  /** Kept pulls of a connection, newest first; also of one that is no longer configured. */
  async list({ organisationId }: Principal, connection: string, { after, limit }: PullQuery): Promise<PullPage> {
    const found = await this.scope.run(organisationId, (manager) => manager.find(PullEntity, { select: listed, where: { organisationId, connection, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 }));
    const items = found.slice(0, limit).map(summaryOf);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** A kept pull as JSON: its report, and its files as they can be sent on. @throws DomainError `unknown-record` */
  async result(asker: Principal, id: string, connection?: string): Promise<string> {
    return resultJson(id, await this.kept(asker, id, connection));
  }

  /** The files of a kept pull as a ZIP, byte for byte the same each time. @throws DomainError `unknown-record` */
  async zip(asker: Principal, id: string, connection: string): Promise<Uint8Array> {
    const { files } = await this.kept(asker, id, connection);
    return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: noTime });
  }

  private async kept({ organisationId }: Principal, id: string, connection?: string): Promise<FinishedPull> {
    return this.scope.run(organisationId, async (manager) => {
      const pull = await manager.findOne(PullEntity, { select: { files: true, report: true }, where: { organisationId, id, ...(connection === undefined ? {} : { connection }) } });
      if (pull === null) throw new DomainError('unknown-record', `there is no pull ${id}${connection === undefined ? '' : ` of '${connection}'`}; list the pulls to find its id`);
      const rows: { readonly sha256: string; readonly content: Buffer }[] = await manager.query('SELECT sha256, content FROM pulled_contents WHERE organisation_id = $1 AND sha256 = ANY ($2)', [organisationId, pull.files.map(({ sha256 }) => sha256)]);
      const contents = new Map(rows.map(({ sha256, content }) => [sha256, content]));
      const files = pull.files.map(({ path, sha256 }): SourceFile => {
        const bytes = contents.get(sha256);
        if (bytes === undefined) throw new Error(`the content ${sha256} of pull ${id} is not kept`);
        return { path, sha256, bytes };
      });
      return { report: JSON.parse(pull.report) as PullReport, files };
    });
  }
}

/** The same bytes for the same pull, whenever they are asked for. */
export function resultJson(id: string, { report, files }: FinishedPull): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return JSON.stringify({ id, report, files: files.map(({ path, bytes }) => ({ path, content: decoder.decode(bytes) })) });
}

function summaryOf({ id, connection, createdAt, complete, contentDigest, fileCount, gapCount }: PullEntity): PullSummary {
  return { id, connection, pulledAt: createdAt.toISOString(), complete, contentDigest, files: fileCount, gaps: gapCount, address: `/api/v1/pulls/${connection}/results/${id}` };
}
