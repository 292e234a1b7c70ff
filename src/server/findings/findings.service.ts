import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { findingStates } from '../../core/finding/follow-finding.js';
import { UsersService } from '../access/users.service.js';
import { type Severity } from '../../core/policy/severity.js';
import { LogService } from '../log/log.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { parametersOf } from '../platform/database/parameters-of.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { readCursor, writeCursor } from '../platform/http/page-cursor.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { RegisterService } from '../register/register.service.js';
import { FindingEventEntity, type FindingEventKind } from './finding-event.entity.js';
import { FindingEntity } from './finding.entity.js';
import { type FindingChange, type FindingPage, type FindingQuery, type FindingsAudited, type FindingView } from './finding-shapes.js';
import { viewOfFinding } from './view-of-finding.js';

const orders = {
  severity: { by: ['severityRank', 'fingerprint'], type: 'smallint', direction: 'ASC', compare: '>' },
  subject: { by: ['subject', 'fingerprint'], type: 'text', direction: 'ASC', compare: '>' },
  '-changed': { by: ['changedAt', 'fingerprint'], type: 'timestamptz', direction: 'DESC', compare: '<' },
} as const;

const eventsShown = 1000;

/** What people read of findings and do with them. */
export interface AppearedFinding {
  readonly eventId: string;
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly subject: string;
}

@Injectable()
export class FindingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly users: UsersService,
    private readonly register: RegisterService,
    private readonly rights: RecordRightsService,
    private readonly policies: PoliciesService,
  ) {}

  async list(asker: Principal, query: FindingQuery): Promise<FindingPage> {
    const { organisationId } = asker;
    const { by, type, direction, compare } = orders[query.sort];
    const cursor = query.after === undefined ? undefined : readCursor(query.after, 2);
    return this.scope.run(organisationId, async (manager) => {
      const fitting = manager.createQueryBuilder(FindingEntity, 'f').where('f.organisationId = :organisationId', { organisationId });
      const readable = this.rights.readable(asker, 'f.subject', parametersOf(fitting));
      if (readable !== undefined) fitting.andWhere(readable);
      const { state, severity, verdict, pack, rule, subject, assignee, search } = query;
      if (state !== undefined) fitting.andWhere('f.state IN (:...state)', { state });
      if (severity !== undefined) fitting.andWhere('f.severity IN (:...severity)', { severity });
      if (verdict !== undefined) fitting.andWhere("f.finding ->> 'verdict' = :verdict", { verdict });
      if (pack !== undefined) fitting.andWhere('f.pack = :pack', { pack });
      if (rule !== undefined) fitting.andWhere('f.ruleId = :rule', { rule });
      if (subject !== undefined) fitting.andWhere('f.subject = :subject', { subject });
      if (assignee !== undefined) fitting.andWhere(assignee === 'nobody' ? 'f.assignee IS NULL' : 'f.assignee = :assignee', { assignee });
      if (search !== undefined) fitting.andWhere("(f.ruleId ILIKE :pattern OR f.subject ILIKE :pattern OR f.finding ->> 'title' ILIKE :pattern)", { pattern: `%${search.replace(/[\\%_]/g, '\\$&')}%` });
      const total = await fitting.getCount();
      if (cursor !== undefined) fitting.andWhere(`(f.${by[0]}, f.${by[1]}) ${compare} (CAST(:first AS ${type}), :second)`, { first: cursor[0], second: cursor[1] });
      const found = await fitting.orderBy(`f.${by[0]}`, direction).addOrderBy(`f.${by[1]}`, direction).limit(query.limit + 1).getMany();
      const shown = found.slice(0, query.limit);
      const last = shown.at(-1);
      const next = last === undefined || found.length <= query.limit ? null : writeCursor([last[by[0]] instanceof Date ? last.changedAt.toISOString() : String(last[by[0]]), last.fingerprint]);
      return { items: shown.map(viewOfFinding), total, counts: await this.counts(manager, asker), audited: await this.audited(manager, organisationId), next };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, fingerprint: string): Promise<FindingView> {
    return this.scope.run(asker.organisationId, (manager) => this.view(manager, asker, fingerprint));
  }

  /** @throws DomainError `unknown-record`, `precondition-failed` where it is another version than expected, `not-allowed` where its subject is of another unit, `conflict` where its state is not one that someone sets, `invalid-request` where the assignee is nobody who can sign in */
  async change(asker: Principal, fingerprint: string, { state, assignee, comment }: FindingChange, expected: number): Promise<FindingView> {
    const { organisationId } = asker;
    if (assignee !== undefined && assignee !== null) await this.requireActive(asker, assignee);
    return this.scope.run(organisationId, async (manager) => {
      const before = await this.locked(manager, asker, fingerprint);
      if (Number(before.version) !== expected) throw new DomainError('precondition-failed', 'the finding is no longer the version that If-Match names; read it again and send its new ETag');
      if (state !== undefined && (before.state === 'resolved' || before.state === 'waived')) throw new DomainError('conflict', `the finding is ${before.state}; it is worked on again once an audit finds it open`);
      const moved = state !== undefined && state !== before.state;
      const given = assignee !== undefined && assignee !== before.assignee;
      if (moved || given) await manager.update(FindingEntity, { organisationId, fingerprint }, { ...(moved ? { state } : {}), ...(given ? { assignee } : {}), version: String(expected + 1), changedAt: this.clock.now() });
      if (moved) await this.happened(manager, asker, fingerprint, state === 'open' ? 'stopped' : 'started', { was: before.state });
      if (given) await this.happened(manager, asker, fingerprint, 'assigned', { to: assignee, was: before.assignee });
      if (comment !== undefined) await this.happened(manager, asker, fingerprint, 'commented', { text: comment });
      await this.log.append(manager, asker, 'finding.change', `finding/${fingerprint}`, { ...(moved ? { state } : {}), ...(given ? { assignee } : {}), ...(comment === undefined ? {} : { commented: true }) });
      return this.view(manager, asker, fingerprint);
    });
  }

  /** @throws DomainError `unknown-record` */
  async comment(asker: Principal, fingerprint: string, text: string): Promise<FindingView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.locked(manager, asker, fingerprint);
      await this.happened(manager, asker, fingerprint, 'commented', { text });
      await this.log.append(manager, asker, 'finding.comment', `finding/${fingerprint}`);
      return this.view(manager, asker, fingerprint);
    });
  }

  /** Findings with their states, in the caller's transaction; those that are not there are left out. */
  async find(manager: EntityManager, organisationId: string, fingerprints: readonly string[]): Promise<readonly FindingEntity[]> {
    return manager.find(FindingEntity, { where: { organisationId, fingerprint: In([...fingerprints]) }, order: { fingerprint: 'ASC' } });
  }

  /** Findings of a severity or a pack that appeared, or appeared again, after an instant; each by the event that says so. */
  async appeared({ organisationId }: Principal, { severity, pack }: { readonly severity?: Severity; readonly pack?: string }, since: Date | undefined): Promise<readonly AppearedFinding[]> {
    return this.scope.run(organisationId, (manager) =>
      manager.query(
        `SELECT e.id AS "eventId", f.fingerprint, f.rule_id AS "ruleId", f.subject FROM finding_events e JOIN findings f ON f.organisation_id = e.organisation_id AND f.fingerprint = e.fingerprint
         WHERE e.organisation_id = $1 AND e.what IN ('opened', 're-opened') AND ($2::text IS NULL OR f.severity = $2) AND ($4::text IS NULL OR f.pack = $4) AND f.state NOT IN ('resolved', 'waived') AND ($3::timestamptz IS NULL OR e.at > $3) ORDER BY e.id`,
        [organisationId, severity ?? null, since ?? null, pack ?? null],
      ),
    );
  }

  /** Whether the register or the organisation's own policies have changed since the audit that the findings rest on. */
  async areStale(manager: EntityManager, organisationId: string): Promise<boolean> {
    return (await this.audited(manager, organisationId))?.stale ?? true;
  }

  private async requireActive(asker: Principal, id: string): Promise<void> {
    const person = await this.users.read(asker, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'unknown-record') return undefined;
      throw error;
    });
    if (person?.state !== 'active') throw invalidField('/assignee', 'is nobody who can sign in; write the id of an active person');
  }

  /** The finding, for a change by someone whose it is to work on. */
  private async locked(manager: EntityManager, asker: Principal, fingerprint: string): Promise<FindingEntity> {
    const { organisationId } = asker;
    const found = await manager.findOne(FindingEntity, { where: { organisationId, fingerprint }, lock: { mode: 'pessimistic_write' } });
    if (found === null || (await this.rights.unreadable(manager, asker, [found.subject])).length > 0) throw noSuchFinding(fingerprint);
    await this.rights.requireOwn(manager, asker, [found.subject], 'work on');
    return found;
  }

  private async view(manager: EntityManager, asker: Principal, fingerprint: string): Promise<FindingView> {
    const { organisationId } = asker;
    const found = await manager.findOneBy(FindingEntity, { organisationId, fingerprint });
    if (found === null || (await this.rights.unreadable(manager, asker, [found.subject])).length > 0) throw noSuchFinding(fingerprint);
    const events = await manager.find(FindingEventEntity, { where: { organisationId, fingerprint }, order: { id: 'DESC' }, take: eventsShown });
    return {
      ...viewOfFinding(found),
      finding: { ...found.finding },
      events: events.reverse().map(({ id, at, actorKind: kind, actor, what, auditId, details }) => ({ id, at: at.toISOString(), by: { kind, id: actor }, what, audit: auditId, details: { ...details } })),
      audited: await this.audited(manager, organisationId),
    };
  }

  private async happened(manager: EntityManager, { organisationId, kind: actorKind, id: actor }: Principal, fingerprint: string, what: FindingEventKind, details: object): Promise<void> {
    const at = this.clock.now();
    await manager.insert(FindingEventEntity, { organisationId, id: uuidV7(at.getTime()), fingerprint, at, actorKind, actor, what, auditId: null, details });
  }

  private async counts(manager: EntityManager, asker: Principal): Promise<FindingPage['counts']> {
    const parameters: unknown[] = [asker.organisationId];
    const readable = this.rights.readable(asker, 'f.subject', (value) => `$${parameters.push(value)}`);
    const rows: { state: (typeof findingStates)[number]; total: string }[] = await manager.query(`SELECT state, count(*) AS total FROM findings f WHERE organisation_id = $1${readable === undefined ? '' : ` AND ${readable}`} GROUP BY state`, parameters);
    const totals = new Map(rows.map(({ state, total }) => [state, Number(total)]));
    return Object.fromEntries(findingStates.map((state) => [state, totals.get(state) ?? 0])) as FindingPage['counts'];
  }

  private async audited(manager: EntityManager, organisationId: string): Promise<FindingsAudited> {
    const heads: { audit_id: string; revision: string; as_of: Date; rulebook: string }[] = await manager.query('SELECT audit_id, revision, as_of, rulebook FROM finding_heads WHERE organisation_id = $1 AND audit_id IS NOT NULL', [organisationId]);
    const [head] = heads;
    if (head === undefined) return null;
    const stale = (await this.register.revisionIn(manager, organisationId)) !== Number(head.revision) || (await this.policies.rulebookIn(manager, organisationId)) !== head.rulebook;
    return { audit: head.audit_id, revision: Number(head.revision), asOf: head.as_of.toISOString(), stale };
  }
}

function noSuchFinding(fingerprint: string): DomainError {
  return new DomainError('unknown-record', `there is no finding ${fingerprint}; list the findings to see which there are`);
}
