import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager, type FindOptionsSelect } from 'typeorm';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { type ReportVerification } from '../../signing/report-verification.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { FindingFollowService, type FollowedAudit } from '../findings/finding-follow.service.js';
import { LogService } from '../log/log.service.js';
import { PoliciesService, type OwnPolicyReference, type OwnRulebook } from '../policies/policies.service.js';
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
import { type AuditPage, type AuditQuery } from './audit-list.js';
import { type AuditRequest } from './audit-request.js';
import { type CheckRequest } from './check-request.js';
import { type CheckAnswer, type CheckInput, type CheckOutcome, type CheckTask, type ReportForm, type StoredAudit, type StoredCheck } from './check-task.js';
import { type Clearable } from './clearable.js';
import { summaryOfAudit } from './summary-of-audit.js';
import { TrustedSigners } from './trusted-signers.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';

/** Everything but request and result, which may be large. */
const listed: FindOptionsSelect<AuditEntity> = { id: true, createdAt: true, requestedBy: true, asOf: true, engine: true, conclusion: true, blocked: true, counts: true, snapshotDigest: true, factsDigest: true, packDigests: true, registerRevision: true, part: true, resultDigest: true, emptiedAt: true };

/** An audit that is made and not yet stored; `store` answers its id. */
export interface PreparedAudit {
  readonly check: StoredCheck;
  readonly json: string;
  readonly resultDigest: string;
  readonly store: (manager: EntityManager) => Promise<string>;
}

@Injectable()
export class AuditsService implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
    private readonly metrics: Metrics,
    private readonly trust: TrustedSigners,
    private readonly register: RegisterService,
    private readonly findings: FindingFollowService,
    private readonly waivers: WaiversService,
    private readonly clearances: ClearancesService,
    private readonly affected: AffectedService,
    private readonly policies: PoliciesService,
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
    const { json, store } = await this.prepareCheck(asker, request, this.clock.now());
    return { id: await this.scope.run(asker.organisationId, store), json };
  }

  /** Audits the register and stores the audit. @throws DomainError `not-checkable` where no audit comes about, `unknown-record` where there is no such revision */
  async audit(asker: Principal, request: AuditRequest): Promise<{ readonly id: string; readonly json: string }> {
    const { json, store } = await this.prepareAudit(asker, request, this.clock.now());
    return { id: await this.scope.run(asker.organisationId, store), json };
  }

  /** Audits the register as it stood when it was asked unless it says otherwise, and leaves the storing to the caller's transaction. @throws DomainError as `audit` */
  async prepareAudit(asker: Principal, { revision: wanted, of, ...request }: AuditRequest, askedAt: Date, signal?: AbortSignal): Promise<PreparedAudit> {
    if (of === 'affected') {
      if (wanted !== undefined || Object.keys(request).length > 0) throw invalidField('/of', 'is judged as the whole was, and now; leave out everything beside it');
      return this.prepareAffected(asker, signal);
    }
    const asOf = new Date(request.asOf ?? askedAt);
    const revision = wanted ?? (await this.register.revision(asker, asOf));
    if (revision === 0) throw new DomainError('not-checkable', `the register was empty at ${asOf.toISOString()}; import files with POST /api/v1/register/imports, or name a later instant`);
    return this.prepare(asker, { ...request, register: { revision }, granted: await this.waivers.granted(asker), cleared: await this.clearances.standing(asker, asOf), ...ownOf(await this.policies.inForce(asker)), asOf: asOf.toISOString() }, signal);
  }

  /** Judges again what has changed since the last audit; the whole where that cannot be told. */
  private async prepareAffected(asker: Principal, signal?: AbortSignal): Promise<PreparedAudit> {
    const asOf = this.clock.now();
    const { head, revision, affected, options, granted, cleared, own } = await this.affected.affected(asker, asOf);
    if ('everything' in affected || head === undefined) return this.prepareAudit(asker, options, asOf, signal);
    if (affected.subjects.size === 0) throw new DomainError('conflict', `nothing that was audited is affected by what has changed since audit ${head.audit}; there is nothing to audit again`);
    return this.prepare(asker, { ...options, register: { revision }, granted, cleared, affected: affectedOfAudit(head, affected.subjects), ...ownOf(own), asOf: asOf.toISOString() }, signal);
  }

  /** Audits what was sent, as of when it was asked unless it says otherwise, and leaves the storing to the caller's transaction. @throws DomainError `not-checkable` */
  async prepareCheck(asker: Principal, request: CheckRequest, askedAt: Date, signal?: AbortSignal): Promise<PreparedAudit> {
    return this.prepare(asker, { ...request, ...ownOf(await this.policies.inForce(asker)), asOf: new Date(request.asOf ?? askedAt).toISOString() }, signal);
  }

  /** Stores an audit as the result of a job. */
  async storeForJob(manager: EntityManager, { json, resultDigest, store }: PreparedAudit): Promise<JobResult> {
    const reference = await store(manager);
    return { reference, mediaType: 'application/json; charset=utf-8', digest: resultDigest, size: Buffer.byteLength(json), location: `/api/v1/audits/${reference}` };
  }

  private async prepare(asker: Principal, check: StoredCheck, signal?: AbortSignal): Promise<PreparedAudit> {
    const answer = await this.pool.run({ kind: 'check', input: await this.inputOf(asker, check) }, signal);
    if (answer.kind !== 'check') throw new Error('the worker answered another question');
    const { json } = answer.outcome;
    const resultDigest = digestOf(json);
    return { check, json, resultDigest, store: (manager) => this.store(manager, asker, check, answer.outcome, resultDigest) };
  }

  /** What a worker needs to audit the same again. */
  private async inputOf(asker: Principal, check: StoredCheck): Promise<CheckInput> {
    const own = await this.ownRulebook(asker, check.own ?? []);
    if ('files' in check) return { ...check, own };
    const { register, ...options } = check;
    const { fragments, settings, problems, files } = await this.register.stateAt(asker, register.revision);
    return { ...options, own, files: [...files], inventory: { fragments, settings, problems } };
  }

  private async ownRulebook(asker: Principal, references: readonly OwnPolicyReference[]): Promise<OwnRulebook> {
    const { packs, broken } = await this.policies.rulebookOf(asker, references);
    return { packs, broken };
  }

  private async store(manager: EntityManager, asker: Principal, check: StoredCheck, { json, asOf, engine, conclusion, blocked, counts, digests, followed, part }: CheckOutcome, resultDigest: string): Promise<string> {
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
      result: json,
      resultDigest,
      emptiedAt: null,
    });
    await this.log.append(manager, asker, 'audit.create', `audit/${id}`, { conclusion, blocked, resultDigest, ...(part === undefined ? {} : { part: { only: part.only.slice(0, 100), subjects: part.subjects.length, of: part.of } }) });
    if ('register' in check && followed !== undefined) {
      const { endedWaivers, ...seen } = followed;
      const present = await this.findings.follow(manager, asker, { id, revision: check.register.revision, asOf: new Date(asOf), rulebook: this.policies.nameOf(check.own ?? []), ...seen, ...followedPart(check, part) });
      if (present) await this.waivers.reopen(manager, asker, endedWaivers, id);
    }
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
  async stored(asker: Principal, id: string): Promise<Pick<AuditEntity, 'createdAt' | 'result'>> {
    return this.find(asker, id, ['createdAt', 'result']);
  }

  /** The bytes that the check answered. @throws DomainError `unknown-record` */
  async result(asker: Principal, id: string): Promise<string> {
    return (await this.find(asker, id, ['result'])).result;
  }

  /** The audit as a PDF; the same audit gives the same bytes. @throws DomainError `unknown-record` */
  async report(asker: Principal, id: string, form: ReportForm, signal?: AbortSignal): Promise<Uint8Array> {
    const { request, result } = await this.find(asker, id, ['request', 'result']);
    return this.print(asker, { check: JSON.parse(request) as StoredCheck, json: result }, form, signal);
  }

  /** As `report`, of an audit that may not be stored yet. */
  async print(asker: Principal, { check, json: result }: Pick<PreparedAudit, 'check' | 'json'>, form: ReportForm & { readonly decision?: string; readonly deployment?: string }, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.pool.run({ kind: 'report', input: await this.inputOf(asker, check), result, ...form }, signal);
    if (answer.kind !== 'report') throw new Error('the worker answered another question');
    return answer.pdf;
  }

  /** What of a deployment an audit lets be cleared, with the revision of the register that it is of; no revision where files were sent. @throws DomainError `unknown-record` */
  async clearable(asker: Principal, id: string, deployment: string): Promise<Clearable & { readonly asOf: Date; readonly revision: number | undefined }> {
    const { request, result, asOf, registerRevision } = await this.find(asker, id, ['request', 'result', 'asOf', 'registerRevision']);
    const input = { ...(await this.inputOf(asker, JSON.parse(request) as StoredCheck)), own: await this.ownRulebook(asker, await this.policies.inForce(asker)) };
    const answer = await this.pool.run({ kind: 'clear', input, result, deployment });
    if (answer.kind !== 'clear') throw new Error('the worker answered another question');
    return { ...answer.clearable, asOf, revision: registerRevision === null ? undefined : Number(registerRevision) };
  }

  /** Checks a report; one of an audit that is stored here is compared with that audit. */
  async verify(asker: Principal, file: Uint8Array): Promise<ReportVerification> {
    const alone = await this.verifyWith(file);
    const digest = alone.report?.digest;
    const stored = digest === undefined || alone.conclusion === 'failed' ? undefined : await this.storedAs(asker, digest);
    return stored === undefined ? alone : this.verifyWith(file, stored);
  }

  private async verifyWith(file: Uint8Array, stored?: StoredAudit): Promise<ReportVerification> {
    const answer = await this.pool.run({ kind: 'verify', file, roots: this.trust.signers, asOf: this.clock.now().toISOString(), ...(stored === undefined ? {} : { stored }) });
    if (answer.kind !== 'verify') throw new Error('the worker answered another question');
    return answer.verification;
  }

  private async storedAs(asker: Principal, resultDigest: string): Promise<StoredAudit | undefined> {
    const { organisationId } = asker;
    const audit = await this.scope.run(organisationId, (manager) => manager.findOne(AuditEntity, { select: { request: true, result: true }, where: { organisationId, resultDigest, emptiedAt: IsNull() } }));
    return audit === null ? undefined : { input: await this.inputOf(asker, JSON.parse(audit.request) as StoredCheck), result: audit.result };
  }

  /** Only the columns that are named: a result may be large. */
  private async find<Column extends 'request' | 'result' | 'createdAt' | 'asOf' | 'registerRevision'>({ organisationId }: Principal, id: string, columns: readonly Column[]): Promise<Pick<AuditEntity, Column>> {
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

/** Which findings an audit speaks of; one of what is affected speaks also of subjects that are gone. */
function followedPart(check: StoredCheck, part: AuditedPart | undefined): Pick<FollowedAudit, 'subjects' | 'continues'> {
  const affected = 'affected' in check ? check.affected : undefined;
  if (affected !== undefined) return { subjects: new Set(affected.subjects), continues: { audit: affected.continues, revision: affected.since } };
  return part === undefined ? {} : { subjects: new Set(part.subjects) };
}
