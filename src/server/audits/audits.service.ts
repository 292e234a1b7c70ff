import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager, type FindOptionsSelect } from 'typeorm';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { headOf } from '../../core/audit/found-head.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { FindingFollowService, type FollowedAudit, type FoundFindings } from '../findings/finding-follow.service.js';
import { LogService } from '../log/log.service.js';
import { PoliciesService, type OwnPolicyReference } from '../policies/policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobResult } from '../platform/jobs/job-kind.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { RegisterService } from '../register/register.service.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { AffectedService, affectedOfAudit } from './affected.service.js';
import { AuditEntity } from './audit.entity.js';
import { AuditResultStore } from './audit-result-store.service.js';
import { AuditRunsService } from './audit-runs.service.js';
import { CheckInputsService } from './check-inputs.service.js';
import { type AuditPage, type AuditQuery } from './audit-list.js';
import { type AuditRequest } from './audit-request.js';
import { type CheckRequest } from './check-request.js';
import { type CheckOutcome } from './check-outcome.js';
import { type CheckAnswer, type CheckTask, type ReportForm, type StoredCheck } from './check-task.js';
import { type Clearable } from './clearable.js';
import { summaryOfAudit } from './summary-of-audit.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';

/** Findings that are written by one statement. */
const foundAtOnce = 1000;

/** How many of the ranges of a large audit are judged. */
export type AuditProgress = (done: number, total: number) => void;

/** Everything but the request, which may be large. */
const listed: FindOptionsSelect<AuditEntity> = { id: true, createdAt: true, requestedBy: true, asOf: true, engine: true, conclusion: true, blocked: true, counts: true, snapshotDigest: true, factsDigest: true, packDigests: true, registerRevision: true, part: true, resultDigest: true, emptiedAt: true };

/** An audit that is made and not yet stored; `store` answers its id. */
export interface PreparedAudit {
  readonly check: StoredCheck;
  readonly outcome: Omit<CheckOutcome, 'json' | 'followed'>;
  readonly resultDigest: string;
  /** Bytes of the result. */
  readonly size: number;
  /** The result, where it is not too large to be one string. */
  readonly text: () => Promise<string>;
  /** The findings of an audit of the register, some at a time. */
  readonly findings: (manager: EntityManager) => AsyncIterable<FoundFindings>;
  readonly store: (manager: EntityManager) => Promise<string>;
  /** Lets go of what lies in the database of an audit that is not stored; of one that is, nothing does. */
  readonly forget: () => Promise<void>;
}

/** A result and how it is kept. */
interface JudgedCheck extends Pick<PreparedAudit, 'outcome' | 'resultDigest' | 'size' | 'text' | 'findings' | 'forget'> {
  readonly followed: Omit<NonNullable<CheckOutcome['followed']>, 'findings'> | undefined;
  readonly keep: (manager: EntityManager, auditId: string) => Promise<void>;
}

@Injectable()
export class AuditsService implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
    private readonly metrics: Metrics,
    private readonly register: RegisterService,
    private readonly findings: FindingFollowService,
    private readonly waivers: WaiversService,
    private readonly clearances: ClearancesService,
    private readonly affected: AffectedService,
    private readonly policies: PoliciesService,
    private readonly inputs: CheckInputsService,
    private readonly runs: AuditRunsService,
    private readonly results: AuditResultStore,
  ) {}

  onApplicationBootstrap(): void {
    this.pool.warmUp();
    this.metrics.gauge('domicile_checks_waiting', 'Checks that wait for a thread', () => this.pool.waiting);
    this.metrics.gauge('domicile_checks_running', 'Checks that a thread is busy with', () => this.pool.running);
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  /** Audits what was sent and stores it. @throws DomainError `not-checkable` where no audit comes about */
  async check(asker: Principal, request: CheckRequest): Promise<{ readonly id: string; readonly json: string }> {
    const { text, store } = await this.prepareCheck(asker, request, this.clock.now());
    return { json: await text(), id: await this.scope.run(asker.organisationId, store) };
  }

  /** Audits the register and stores the audit. @throws DomainError `not-checkable` where no audit comes about, `unknown-record` where there is no such revision */
  async audit(asker: Principal, request: AuditRequest): Promise<{ readonly id: string }> {
    const { store, forget } = await this.prepareAudit(asker, request, this.clock.now());
    try {
      return { id: await this.scope.run(asker.organisationId, store) };
    } catch (error) {
      await forget();
      throw error;
    }
  }

  /** Audits the register as it stood when it was asked unless it says otherwise, and leaves the storing to the caller's transaction. @throws DomainError as `audit` */
  async prepareAudit(asker: Principal, { revision: wanted, of, ...request }: AuditRequest, askedAt: Date, signal?: AbortSignal, progress?: AuditProgress): Promise<PreparedAudit> {
    if (of === 'affected') {
      if (wanted !== undefined || Object.keys(request).length > 0) throw invalidField('/of', 'is judged as the whole was, and now; leave out everything beside it');
      return this.prepareAffected(asker, signal, progress);
    }
    const asOf = new Date(request.asOf ?? askedAt);
    const revision = wanted ?? (await this.register.revision(asker, asOf));
    if (revision === 0) throw new DomainError('not-checkable', `the register was empty at ${asOf.toISOString()}; import files with POST /api/v1/register/imports, or name a later instant`);
    return this.prepare(asker, { ...request, register: { revision }, granted: await this.waivers.granted(asker), cleared: await this.clearances.standing(asker, asOf), ...ownOf(await this.policies.inForce(asker)), asOf: asOf.toISOString() }, signal, progress);
  }

  /** Judges again what has changed since the last audit; the whole where that cannot be told. */
  private async prepareAffected(asker: Principal, signal?: AbortSignal, progress?: AuditProgress): Promise<PreparedAudit> {
    const asOf = this.clock.now();
    const { head, revision, affected, options, granted, cleared, own } = await this.affected.affected(asker, asOf);
    if ('everything' in affected || head === undefined) return this.prepareAudit(asker, options, asOf, signal, progress);
    if (affected.subjects.size === 0) throw new DomainError('conflict', `nothing that was audited is affected by what has changed since audit ${head.audit}; there is nothing to audit again`);
    return this.prepare(asker, { ...options, register: { revision }, granted, cleared, affected: affectedOfAudit(head, affected.subjects), ...ownOf(own), asOf: asOf.toISOString() }, signal, progress);
  }

  /** Audits what was sent, as of when it was asked unless it says otherwise, and leaves the storing to the caller's transaction. @throws DomainError `not-checkable` */
  async prepareCheck(asker: Principal, request: CheckRequest, askedAt: Date, signal?: AbortSignal): Promise<PreparedAudit> {
    return this.prepare(asker, { ...request, ...ownOf(await this.policies.inForce(asker)), asOf: new Date(request.asOf ?? askedAt).toISOString() }, signal);
  }

  /** Stores an audit as the result of a job. */
  async storeForJob(manager: EntityManager, { size, resultDigest, store }: PreparedAudit): Promise<JobResult> {
    const reference = await store(manager);
    return { reference, mediaType: 'application/json; charset=utf-8', digest: resultDigest, size, location: `/api/v1/audits/${reference}` };
  }

  private async prepare(asker: Principal, check: StoredCheck, signal?: AbortSignal, progress: AuditProgress = () => undefined): Promise<PreparedAudit> {
    const run = 'register' in check ? await this.runs.judge(asker.organisationId, check, await this.inputs.ownRulebook(asker, check.own ?? []), progress, signal) : undefined;
    const judged = run === undefined ? await this.judgeInOneGo(asker, check, signal) : { ...run, text: () => textOf(run.pieces()) };
    return { check, ...judged, store: (manager) => this.store(manager, asker, check, judged) };
  }

  private async judgeInOneGo(asker: Principal, check: StoredCheck, signal?: AbortSignal): Promise<JudgedCheck> {
    const answer = await this.pool.run({ kind: 'check', input: await this.inputs.of(asker, check) }, signal);
    if (answer.kind !== 'check') throw new Error('the worker answered another question');
    const { json, followed, ...outcome } = answer.outcome;
    return {
      outcome,
      followed,
      resultDigest: digestOf(json),
      size: Buffer.byteLength(json),
      text: async () => json,
      findings: async function* () {
        const findings = followed?.findings ?? [];
        for (let from = 0; from < findings.length; from += foundAtOnce) {
          const some = findings.slice(from, from + foundAtOnce);
          yield { heads: some.map(headOf), full: { json: JSON.stringify(some) } };
        }
      },
      keep: (manager, auditId) => this.results.keep(manager, asker.organisationId, auditId, json),
      forget: async () => undefined,
    };
  }

  private async store(manager: EntityManager, asker: Principal, check: StoredCheck, { outcome, followed, resultDigest, size, findings, keep }: JudgedCheck): Promise<string> {
    const { asOf, engine, conclusion, blocked, counts, digests, part } = outcome;
    const createdAt = this.clock.now();
    const id = uuidV7(createdAt.getTime());
    await manager.insert(AuditEntity, {
      organisationId: asker.organisationId,
      id,
      createdAt,
      requestedBy: asker.id,
      asOf: new Date(asOf),
      engine,
      conclusion,
      blocked,
      counts,
      snapshotDigest: digests.snapshot,
      factsDigest: digests.facts,
      packDigests: digests.packs,
      registerRevision: 'register' in check ? String(check.register.revision) : null,
      part: part === undefined ? null : { only: part.only, subjects: part.subjects.length, of: part.of },
      request: JSON.stringify(check),
      resultDigest,
      size: String(size),
      emptiedAt: null,
    });
    await this.log.append(manager, asker, 'audit.create', `audit/${id}`, { conclusion, blocked, resultDigest, ...(part === undefined ? {} : { part: { only: part.only.slice(0, 100), subjects: part.subjects.length, of: part.of } }) });
    if ('register' in check && followed !== undefined) {
      const { asked, endedWaivers, nextFlip } = followed;
      const present = await this.findings.follow(manager, asker, { id, revision: check.register.revision, asOf: new Date(asOf), rulebook: this.policies.nameOf(check.own ?? []), findings: findings(manager), asked, ...(nextFlip === undefined ? {} : { nextFlip }), ...followedPart(check, part) });
      if (present) await this.waivers.reopen(manager, asker, endedWaivers, id);
    }
    await keep(manager, id);
    return id;
  }

  /** Audits of the organisation, newest first. */
  async list({ organisationId }: Principal, { conclusion, of, after, limit }: AuditQuery): Promise<AuditPage> {
    const fitting = { organisationId, ...(conclusion === undefined ? {} : { conclusion }), ...(of === undefined ? {} : { registerRevision: of === 'register' ? Not(IsNull()) : IsNull() }) };
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(AuditEntity, { select: listed, where: { ...fitting, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 });
      const items = found.slice(0, limit).map(summaryOfAudit);
      return { items, total: await manager.countBy(AuditEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** When it was stored, and the bytes that were answered. @throws DomainError `unknown-record` */
  async stored(asker: Principal, id: string): Promise<Pick<AuditEntity, 'createdAt'> & { readonly result: string }> {
    return this.findWithResult(asker, id, ['createdAt']);
  }

  /** The bytes that the check answered. @throws DomainError `unknown-record` */
  async result(asker: Principal, id: string): Promise<string> {
    return (await this.findWithResult(asker, id, ['id'])).result;
  }

  /** As `result`, a piece at a time. @throws DomainError `unknown-record` before the first */
  async pieces(asker: Principal, id: string): Promise<AsyncGenerator<string, void, undefined>> {
    await this.find(asker, id, ['id']);
    return this.results.pieces(asker.organisationId, id);
  }

  /** The audit as a PDF; the same audit gives the same bytes. @throws DomainError `unknown-record` */
  async report(asker: Principal, id: string, form: ReportForm, signal?: AbortSignal): Promise<Uint8Array> {
    const { request, result } = await this.findWithResult(asker, id, ['request']);
    return this.print(asker, { check: JSON.parse(request) as StoredCheck, text: async () => result }, form, signal);
  }

  /** As `report`, of an audit that may not be stored yet. */
  async print(asker: Principal, { check, text }: Pick<PreparedAudit, 'check' | 'text'>, form: ReportForm & { readonly decision?: string; readonly deployment?: string }, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.pool.run({ kind: 'report', input: await this.inputs.of(asker, check), result: await text(), ...form }, signal);
    if (answer.kind !== 'report') throw new Error('the worker answered another question');
    return answer.pdf;
  }

  /** What of a deployment an audit lets be cleared, with the revision of the register that it is of; no revision where files were sent. @throws DomainError `unknown-record` */
  async clearable(asker: Principal, id: string, deployment: string): Promise<Clearable & { readonly asOf: Date; readonly revision: number | undefined }> {
    const { request, result, asOf, registerRevision } = await this.findWithResult(asker, id, ['request', 'asOf', 'registerRevision']);
    const input = { ...(await this.inputs.of(asker, JSON.parse(request) as StoredCheck)), own: await this.inputs.ownRulebook(asker, await this.policies.inForce(asker)) };
    const answer = await this.pool.run({ kind: 'clear', input, result, deployment });
    if (answer.kind !== 'clear') throw new Error('the worker answered another question');
    return { ...answer.clearable, asOf, revision: registerRevision === null ? undefined : Number(registerRevision) };
  }

  private async findWithResult<Column extends FoundColumn>(asker: Principal, id: string, columns: readonly Column[]): Promise<Pick<AuditEntity, Column> & { readonly result: string }> {
    const audit = await this.find(asker, id, columns);
    return { ...audit, result: await this.scope.run(asker.organisationId, (manager) => this.results.whole(manager, asker.organisationId, id)) };
  }

  /** Only the columns that are named: a request may be large. */
  private async find<Column extends FoundColumn>({ organisationId }: Principal, id: string, columns: readonly Column[]): Promise<Pick<AuditEntity, Column>> {
    const select = Object.fromEntries([...columns, 'emptiedAt'].map((column) => [column, true]));
    const audit = await this.scope.run(organisationId, (manager) => manager.findOne(AuditEntity, { select, where: { organisationId, id } }));
    if (audit === null) throw new DomainError('unknown-record', `there is no audit ${id}; check the id in the X-Audit-Id header of the check`);
    if (audit.emptiedAt !== null) throw new DomainError('unknown-record', `the input and result of audit ${id} were deleted at ${audit.emptiedAt.toISOString()}, as the organisation keeps them no longer; its conclusion, counts and digests stand in the list of audits`);
    return audit;
  }
}

function ownOf(references: readonly OwnPolicyReference[]): { readonly own?: readonly OwnPolicyReference[] } {
  return references.length === 0 ? {} : { own: references };
}

type FoundColumn = 'id' | 'request' | 'createdAt' | 'asOf' | 'registerRevision';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.join('');
}

/** Which findings an audit speaks of; one of what is affected speaks also of subjects that are gone. */
function followedPart(check: StoredCheck, part: AuditedPart | undefined): Pick<FollowedAudit, 'subjects' | 'continues'> {
  const affected = 'affected' in check ? check.affected : undefined;
  if (affected !== undefined) return { subjects: new Set(affected.subjects), continues: { audit: affected.continues, revision: affected.since } };
  return part === undefined ? {} : { subjects: new Set(part.subjects) };
}
