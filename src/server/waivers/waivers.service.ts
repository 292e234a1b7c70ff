import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type FindingOfResult } from '../../core/audit/audit-result.js';
import { stateDigestOf } from '../../core/finding/state-digest-of.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { waiverStanding } from '../../core/finding/waiver-standing.js';
import { epochOf } from '../../core/inventory/epoch-of.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { UsersService } from '../access/users.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { LogService } from '../log/log.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { parametersOf } from '../platform/database/parameters-of.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { viewOfWaiver } from './view-of-waiver.js';
import { WaiverEventEntity, type WaiverEventKind } from './waiver-event.entity.js';
import { type WaiverDraft, type WaiverPage, type WaiverQuery, type WaiverView } from './waiver-shapes.js';
import { WaiverEntity, type StoredWaiverState, type WaiverContent } from './waiver.entity.js';

const day = 86_400_000;

/** When a waiver ends, in SQL: a day is its first instant in UTC, whatever the time zone of the database. */
const endsAt = `(w.terms ->> 'expiresAt' || CASE WHEN length(w.terms ->> 'expiresAt') = 10 THEN 'T00:00:00Z' ELSE '' END)::timestamptz`;

/** States from which a waiver can be changed and submitted again. */
const editable: readonly StoredWaiverState[] = ['draft', 'rejected', 're-opened'];

/** Waivers from request to end. Who requests one cannot approve it, and what is approved is the state that is looked at. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly users: UsersService,
    private readonly findings: FindingsService,
    private readonly policies: PoliciesService,
    private readonly rights: RecordRightsService,
  ) {}

  async list(asker: Principal, { state, expiresBefore, after, limit }: WaiverQuery): Promise<WaiverPage> {
    const packs = await this.policies.packs(asker);
    const now = this.clock.now();
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const fitting = manager.createQueryBuilder(WaiverEntity, 'w').where('w.organisationId = :organisationId', { organisationId });
      const readable = this.rights.readable(asker, "(waived ->> 'subject')", parametersOf(fitting));
      if (readable !== undefined) fitting.andWhere(`NOT EXISTS (SELECT FROM json_array_elements(w.terms -> 'subjects') AS waived WHERE NOT ${readable})`);
      if (state !== undefined) fitting.andWhere('w.state = :stored', { stored: state === 'expired' ? 'approved' : state });
      if (state === 'approved' || state === 'expired') fitting.andWhere(`${endsAt} ${state === 'expired' ? '<=' : '>'} :now`, { now });
      if (expiresBefore !== undefined) fitting.andWhere(`${endsAt} < :before`, { before: new Date(expiresBefore) });
      const total = await fitting.getCount();
      if (after !== undefined) fitting.andWhere('w.number < :after', { after });
      const found = await fitting.orderBy('w.number', 'DESC').limit(limit + 1).getMany();
      const shown = found.slice(0, limit);
      return { items: shown.map((waiver) => viewOfWaiver(waiver, rolesOf(packs, waiver.terms.pack), now)), total, next: found.length > limit ? (shown.at(-1)?.number ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<WaiverView> {
    const packs = await this.policies.packs(asker);
    return this.scope.run(asker.organisationId, (manager) => this.view(manager, asker, id, packs));
  }

  /** @throws DomainError `invalid-request` where the findings are of several packs, the pack accepts no waiver, or it would last too long */
  async draft(asker: Principal, wanted: WaiverDraft): Promise<WaiverView> {
    const { organisationId } = asker;
    const packs = await this.policies.packs(asker);
    const now = this.clock.now();
    return this.scope.run(organisationId, async (manager) => {
      const terms = await this.termsOf(manager, asker, wanted, packs, now);
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const [last]: { number: number | null }[] = await manager.query('SELECT max(number) AS number FROM waivers WHERE organisation_id = $1', [organisationId]);
      const id = uuidV7(now.getTime());
      await manager.insert(WaiverEntity, { organisationId, id, number: (last?.number ?? 0) + 1, state: 'draft', requestedBy: asker.id, terms: terms as object, approvals: [], version: '1', createdAt: now, changedAt: now });
      await this.happened(manager, asker, id, 'drafted', {});
      return this.view(manager, asker, id, packs);
    });
  }

  /** @throws DomainError `precondition-failed`, `conflict` where it is not a draft, `not-allowed` where another requested it, and as `draft` */
  async change(asker: Principal, id: string, wanted: WaiverDraft, expected: number): Promise<WaiverView> {
    const packs = await this.policies.packs(asker);
    return this.step(asker, id, expected, editable, packs, async (manager, waiver) => {
      requireRequester(asker, waiver);
      const terms = await this.termsOf(manager, asker, wanted, packs, this.clock.now());
      return { what: 'changed', state: 'draft', terms, details: {} };
    });
  }

  /** Puts it before the approvers. @throws DomainError as `change` */
  async submit(asker: Principal, id: string, expected: number): Promise<WaiverView> {
    return this.step(asker, id, expected, editable, await this.policies.packs(asker), async (manager, waiver) => {
      requireRequester(asker, waiver);
      await this.rights.requireOwn(manager, asker, subjectsOf(waiver.terms), 'have waived');
      return { what: 'submitted', state: 'in-review', details: {} };
    });
  }

  /**
   * Approves it for the findings as they are explained now; it ends for each whose facts change.
   *
   * @throws DomainError `not-allowed` where the asker requested it or has none of the roles that the pack asks for, `conflict` where a finding is gone or the register has changed since the last audit
   */
  async approve(asker: Principal, id: string, remark: string, expected: number): Promise<WaiverView> {
    const packs = await this.policies.packs(asker);
    const roles = asker.kind === 'user' ? (await this.users.read(asker, asker.id)).roles : [];
    return this.step(asker, id, expected, ['in-review'], packs, async (manager, waiver) => {
      if (waiver.requestedBy === asker.id) throw new DomainError('not-allowed', 'whoever requested a waiver cannot approve it; ask someone else who may');
      const asked = rolesOf(packs, waiver.terms.pack);
      const role = roles.find((name) => asked.includes(name));
      if (role === undefined) throw new DomainError('not-allowed', `a waiver of ${waiver.terms.pack} is approved by a person with one of these roles: ${asked.join(', ')}`);
      const now = this.clock.now();
      const found = await this.presentFindings(manager, asker.organisationId, waiver.terms.findings);
      const approvedState = found.map((finding) => ({ rule: finding.ruleId, subject: finding.subject, ...(finding.element === undefined ? {} : { element: finding.element }), digest: stateDigestOf(finding) }));
      const terms = { ...waiver.terms, approvedState, validFrom: waiver.terms.validFrom === '' ? now.toISOString() : waiver.terms.validFrom };
      const approvals = [{ by: asker.id, role, at: now.toISOString() }];
      const standing = waiverStanding(coreWaiver({ ...waiver, terms, approvals }), policyOf(packs, terms.pack), now.toISOString());
      if (standing.state === 'invalid' || standing.state === 'expired') throw new DomainError('conflict', `the waiver would not be in force: ${standing.note}; reject it, so that it can be changed`);
      return { what: 'approved', state: 'approved', terms, approvals, details: { remark, role, states: approvedState.length } };
    });
  }

  /** Sends it back. @throws DomainError `not-allowed` where the asker requested it, `conflict` where it is not in review */
  async reject(asker: Principal, id: string, remark: string, expected: number): Promise<WaiverView> {
    return this.step(asker, id, expected, ['in-review'], await this.policies.packs(asker), async (_manager, waiver) => {
      if (waiver.requestedBy === asker.id) throw new DomainError('not-allowed', 'whoever requested a waiver does not decide on it; withdraw it instead');
      return { what: 'rejected', state: 'rejected', details: { remark } };
    });
  }

  /** Ends it for good, in force or not. @throws DomainError `conflict` where it has ended already */
  async withdraw(asker: Principal, id: string, remark: string, expected: number): Promise<WaiverView> {
    return this.step(asker, id, expected, ['draft', 'in-review', 'approved', 'rejected', 're-opened'], await this.policies.packs(asker), async (manager, { terms }) => {
      await this.rights.requireOwn(manager, asker, subjectsOf(terms), 'have waived or not');
      return { what: 'withdrawn', state: 'withdrawn', details: { remark } };
    });
  }

  /** The waivers an audit is given: approved ones, whether or not they have begun or ended by then. */
  async granted({ organisationId }: Pick<Principal, 'organisationId'>): Promise<readonly Waiver[]> {
    const found = await this.scope.run(organisationId, (manager) => manager.find(WaiverEntity, { where: { organisationId, state: 'approved' }, order: { number: 'ASC' } }));
    return found.map(coreWaiver);
  }

  /** Re-opens the approved waivers with these names, since the facts they were approved on have changed; in the transaction of the audit that saw it. */
  async reopen(manager: EntityManager, asker: Principal, names: readonly string[], audit: string): Promise<void> {
    if (names.length === 0) return;
    const { organisationId } = asker;
    const numbers = names.filter((name) => /^W-\d{1,9}$/.test(name)).map((name) => Number(name.slice(2)));
    const found = await manager.find(WaiverEntity, { where: { organisationId, number: In(numbers), state: 'approved' }, lock: { mode: 'pessimistic_write' } });
    for (const { id, version } of found) {
      await manager.update(WaiverEntity, { organisationId, id }, { state: 're-opened', version: String(Number(version) + 1), changedAt: this.clock.now() });
      await this.happened(manager, asker, id, 're-opened', { audit });
    }
  }

  private async step(asker: Principal, id: string, expected: number, from: readonly StoredWaiverState[], packs: readonly CompiledPack[], decide: (manager: EntityManager, waiver: WaiverEntity) => Promise<{ readonly what: WaiverEventKind; readonly state: StoredWaiverState; readonly terms?: WaiverContent; readonly approvals?: Waiver['approvals']; readonly details: object }>): Promise<WaiverView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const waiver = await manager.findOne(WaiverEntity, { where: { organisationId, id }, lock: { mode: 'pessimistic_write' } });
      if (waiver === null || (await this.hides(manager, asker, waiver))) throw noSuchWaiver(id);
      if (Number(waiver.version) !== expected) throw new DomainError('precondition-failed', 'the waiver is no longer the version that If-Match names; read it again and send its new ETag');
      if (!from.includes(waiver.state)) throw new DomainError('conflict', `the waiver is ${waiver.state}; this is done with one that is ${from.join(' or ')}`);
      const { what, state, terms, approvals, details } = await decide(manager, waiver);
      await manager.update(WaiverEntity, { organisationId, id }, { state, ...(terms === undefined ? {} : { terms: terms }), ...(approvals === undefined ? {} : { approvals }), version: String(expected + 1), changedAt: this.clock.now() });
      await this.happened(manager, asker, id, what, details);
      return this.view(manager, asker, id, packs);
    });
  }

  /** Whether it speaks of a record that the asker may not read. */
  private async hides(manager: EntityManager, asker: Principal, { terms }: WaiverEntity): Promise<boolean> {
    return (await this.rights.unreadable(manager, asker, subjectsOf(terms))).length > 0;
  }

  private async happened(manager: EntityManager, asker: Principal, waiverId: string, what: WaiverEventKind, details: object): Promise<void> {
    const at = this.clock.now();
    await manager.insert(WaiverEventEntity, { organisationId: asker.organisationId, id: uuidV7(at.getTime()), waiverId, at, actorKind: asker.kind, actor: asker.id, what, details });
    const { remark: _kept, ...logged } = details as { readonly remark?: string };
    await this.log.append(manager, asker, `waiver.${what}`, `waiver/${waiverId}`, logged);
  }

  private async view(manager: EntityManager, asker: Principal, id: string, packs: readonly CompiledPack[]): Promise<WaiverView> {
    const { organisationId } = asker;
    const waiver = await manager.findOneBy(WaiverEntity, { organisationId, id });
    if (waiver === null || (await this.hides(manager, asker, waiver))) throw noSuchWaiver(id);
    const events = await manager.find(WaiverEventEntity, { where: { organisationId, waiverId: id }, order: { id: 'ASC' } });
    return { ...viewOfWaiver(waiver, rolesOf(packs, waiver.terms.pack), this.clock.now()), events: events.map(({ at, actorKind: kind, actor, what, details }) => ({ at: at.toISOString(), by: { kind, id: actor }, what, details: { ...details } })) };
  }

  private async termsOf(manager: EntityManager, asker: Principal, { findings: ids, validFrom, ...wanted }: WaiverDraft, packs: readonly CompiledPack[], now: Date): Promise<WaiverContent> {
    const all = await this.findings.find(manager, asker.organisationId, ids);
    const hidden = await this.rights.unreadable(manager, asker, all.map(({ subject }) => subject));
    const findings = all.filter(({ subject }) => !hidden.includes(subject));
    const missing = ids.find((id) => !findings.some(({ finding }) => finding.fingerprint === id));
    if (missing !== undefined) throw invalidField('/findings', `there is no finding ${missing}; list the findings to see which there are`);
    await this.rights.requireOwn(manager, asker, findings.map(({ subject }) => subject), 'have waived');
    const [pack, ...others] = [...new Set(findings.map(({ finding }) => finding.pack))];
    if (pack === undefined || others.length > 0) throw invalidField('/findings', 'are of several packs, which ask for different approvals; request a waiver for each pack');
    const policy = policyOf(packs, pack);
    if (policy?.terms === undefined) throw invalidField('/findings', `are of the pack '${pack}', which accepts no waivers; resolve them`);
    const from = validFrom === undefined ? now.getTime() : epochOf(validFrom);
    const end = epochOf(wanted.expiresAt);
    if (end <= Math.max(from, now.getTime())) throw invalidField('/expiresAt', 'is not after the beginning of the waiver and after now; write a later day');
    if (end - from > policy.terms.maxDays * day) throw invalidField('/expiresAt', `is more than the ${policy.terms.maxDays} days after the beginning that ${pack} allows; write an earlier day`);
    const major = Number(policy.version.split('.')[0]);
    return {
      ...wanted,
      findings: ids,
      rules: [...new Set(findings.map(({ finding }) => finding.ruleId))],
      pack,
      packVersion: `>=${policy.version} <${major + 1}.0.0`,
      subjects: [...new Map(findings.map(({ finding: { subject, element } }) => [`${subject} ${element ?? ''}`, { subject, ...(element === undefined ? {} : { element }) }])).values()],
      validFrom: validFrom ?? '',
    };
  }

  /** The findings as the last audit has them. @throws DomainError `conflict` where they are gone or may be others by now */
  private async presentFindings(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<readonly FindingOfResult[]> {
    if (await this.findings.areStale(manager, organisationId)) throw new DomainError('conflict', 'the register or the policies have changed since the last audit, so what is approved might be no longer so; audit it again, look at the findings, and approve then');
    const found = await this.findings.find(manager, organisationId, ids);
    const gone = found.find(({ state }) => state === 'resolved');
    if (gone !== undefined) throw new DomainError('conflict', `the finding ${gone.finding.fingerprint} is resolved, so there is nothing to waive; reject the waiver`);
    return found.map(({ finding }) => finding);
  }
}

function rolesOf(packs: readonly CompiledPack[], pack: string): readonly string[] {
  return policyOf(packs, pack)?.terms?.approverRoles ?? [];
}

function policyOf(packs: readonly CompiledPack[], id: string): Parameters<typeof waiverStanding>[1] {
  const pack = packs.find((each) => each.id === id);
  return pack === undefined ? undefined : { version: pack.version, ...(pack.waivers === undefined ? {} : { terms: pack.waivers }) };
}

function coreWaiver({ number, requestedBy, terms: { findings: _requestedFor, ...terms }, approvals }: Pick<WaiverEntity, 'number' | 'requestedBy' | 'terms' | 'approvals'>): Waiver {
  return { apiVersion: 'domicile/v1', kind: 'Waiver', id: `W-${number}`, ...terms, requestedBy, approvals };
}

function subjectsOf({ subjects }: WaiverContent): readonly string[] {
  return subjects.map(({ subject }) => subject);
}

function requireRequester({ id }: Principal, { requestedBy }: WaiverEntity): void {
  if (id !== requestedBy) throw new DomainError('not-allowed', 'this waiver was requested by someone else, who alone changes and submits it; request one of your own');
}

function noSuchWaiver(id: string): DomainError {
  return new DomainError('unknown-record', `there is no waiver ${id}; list the waivers to find its id`);
}
