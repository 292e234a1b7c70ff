import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requirePerson } from '../platform/authorization/require-person.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { OwnPolicyEventEntity, type OwnPolicyEventKind } from './own-policy-event.entity.js';
import { type OwnPolicyChange, type OwnPolicyDraft, type OwnPolicyPage, type OwnPolicyQuery, type OwnPolicyView } from './own-policy-shapes.js';
import { OwnPolicyEntity, type ApprovedPolicy, type OwnPolicyState } from './own-policy.entity.js';
import { newerVersion } from './newer-version.js';
import { type CompiledPolicy } from './policy-task.js';
import { viewOfOwnPolicy } from './view-of-own-policy.js';
import { WrittenPoliciesService } from './written-policies.service.js';

const workedOn: readonly OwnPolicyState[] = ['draft', 'in-review', 'rejected'];
const editable: readonly OwnPolicyState[] = ['draft', 'rejected'];

/** Events by which someone has a part in what a policy says. */
const authoring: readonly OwnPolicyEventKind[] = ['drafted', 'changed', 'submitted'];

interface Step {
  readonly what: OwnPolicyEventKind;
  readonly state: OwnPolicyState;
  readonly text?: string;
  readonly approved?: ApprovedPolicy;
}

/** The packs and overlays of an organisation, from draft to retirement. Who had a part in one cannot approve it, and what is approved is never changed again. */
@Injectable()
export class OwnPoliciesService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly written: WrittenPoliciesService,
  ) {}

  async list({ organisationId }: Principal, { state, name, after, limit }: OwnPolicyQuery): Promise<OwnPolicyPage> {
    const fitting = { organisationId, ...(state === undefined ? {} : { state }), ...(name === undefined ? {} : { name }) };
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(OwnPolicyEntity, { where: { ...fitting, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 });
      const items = found.slice(0, limit).map(viewOfOwnPolicy);
      return { items, total: await manager.countBy(OwnPolicyEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<OwnPolicyView> {
    return this.scope.run(asker.organisationId, (manager) => this.view(manager, asker, id));
  }

  /** Begins a policy, or the next version of one; it need not compile yet. @throws DomainError `conflict` where one of that name is worked on, `invalid-request` where the name is taken */
  async draft(asker: Principal, { name, text, remark }: OwnPolicyDraft): Promise<OwnPolicyView> {
    const { organisationId } = asker;
    if (await this.written.isTaken(name)) throw invalidField('/name', `is '${name}', the id of a pack or an overlay that comes with Domicile; choose another id, and extend that pack where you want to change it`);
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const open = await manager.findOneBy(OwnPolicyEntity, { organisationId, name, state: In([...workedOn]) });
      if (open !== null) throw new DomainError('conflict', `'${name}' is worked on already (${open.id}, ${open.state}); go on with that one`);
      const now = this.clock.now();
      const [id, textId] = [uuidV7(now.getTime()), uuidV7(now.getTime())];
      await manager.insert(OwnPolicyEntity, { organisationId, id, name, state: 'draft', textId, approved: null, version: '1', createdAt: now, changedAt: now });
      await this.happened(manager, asker, id, 'drafted', { eventId: textId, remark, text, name });
      return this.view(manager, asker, id);
    });
  }

  /** Writes another text; every one is kept. @throws DomainError `precondition-failed`, `conflict` where it is no draft */
  async change(asker: Principal, id: string, { text, remark }: OwnPolicyChange, expected: number): Promise<OwnPolicyView> {
    return this.step(asker, id, remark, expected, editable, () => Promise.resolve({ what: 'changed', state: 'draft', text }));
  }

  /** Puts it before those who approve. @throws DomainError as `change`, `not-checkable` where it does not compile */
  async submit(asker: Principal, id: string, remark: string, expected: number): Promise<OwnPolicyView> {
    const compiled = await this.compiled(asker, id, expected);
    return this.step(asker, id, remark, expected, editable, async (manager, policy) => {
      await this.requireNewVersion(manager, policy, compiled);
      return { what: 'submitted', state: 'in-review' };
    });
  }

  /**
   * Puts it in force in place of the version before, and freezes its text and digest.
   *
   * @throws DomainError `not-allowed` where the asker had a part in it or is no person, `conflict` where it is not in review, `not-checkable` where it no longer compiles beside what is in force
   */
  async approve(asker: Principal, id: string, remark: string, expected: number): Promise<OwnPolicyView> {
    requirePerson(asker, 'a policy is approved');
    const compiled = await this.compiled(asker, id, expected);
    return this.step(asker, id, remark, expected, ['in-review'], async (manager, policy) => {
      await this.requireNoPart(manager, asker, policy, 'approve');
      await this.requireNewVersion(manager, policy, compiled);
      await this.supersede(manager, asker, policy);
      const { id: pack, version: packVersion, digest } = compiled.pack;
      return { what: 'approved', state: 'in-force', approved: { kind: compiled.kind, pack, packVersion, digest: `sha256:${digest}`, by: asker.id, at: this.clock.now().toISOString() } };
    });
  }

  /** Sends it back. @throws DomainError `not-allowed` where the asker had a part in it, `conflict` where it is not in review */
  async reject(asker: Principal, id: string, remark: string, expected: number): Promise<OwnPolicyView> {
    requirePerson(asker, 'a policy is sent back');
    return this.step(asker, id, remark, expected, ['in-review'], async (manager, policy) => {
      await this.requireNoPart(manager, asker, policy, 'reject');
      return { what: 'rejected', state: 'rejected' };
    });
  }

  /** Gives up a draft. @throws DomainError as `change` */
  async withdraw(asker: Principal, id: string, remark: string, expected: number): Promise<OwnPolicyView> {
    return this.step(asker, id, remark, expected, workedOn, () => Promise.resolve({ what: 'withdrawn', state: 'retired' }));
  }

  /** Takes it out of force. @throws DomainError `not-allowed` where no person asks, `conflict` where it is not in force */
  async retire(asker: Principal, id: string, remark: string, expected: number): Promise<OwnPolicyView> {
    requirePerson(asker, 'a policy is taken out of force');
    return this.step(asker, id, remark, expected, ['in-force'], () => Promise.resolve({ what: 'retired', state: 'retired' }));
  }

  private async step(asker: Principal, id: string, remark: string, expected: number, from: readonly OwnPolicyState[], decide: (manager: EntityManager, policy: OwnPolicyEntity) => Promise<Step>): Promise<OwnPolicyView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const policy = await manager.findOne(OwnPolicyEntity, { where: { organisationId, id }, lock: { mode: 'pessimistic_write' } });
      if (policy === null) throw noSuchPolicy(id);
      requireVersion(policy, expected);
      if (!from.includes(policy.state)) throw new DomainError('conflict', `the policy is ${policy.state}; this is done with one that is ${from.join(' or ')}`);
      const { what, state, text, approved } = await decide(manager, policy);
      const eventId = uuidV7(this.clock.now().getTime());
      await manager.update(OwnPolicyEntity, { organisationId, id }, { state, ...(text === undefined ? {} : { textId: eventId }), ...(approved === undefined ? {} : { approved }), version: String(expected + 1), changedAt: this.clock.now() });
      await this.happened(manager, asker, id, what, { eventId, remark, name: policy.name, ...(text === undefined ? {} : { text }), ...(approved === undefined ? {} : { digest: approved.digest }) });
      return this.view(manager, asker, id);
    });
  }

  /** What the text comes to beside what is in force. @throws DomainError `not-checkable` with every problem, `precondition-failed` */
  private async compiled(asker: Principal, id: string, expected: number): Promise<CompiledPolicy> {
    const { name, text, version } = await this.read(asker, id);
    requireVersion({ version: String(version) }, expected);
    return this.written.require(asker, name, text);
  }

  /** One version of a pack is one text: results name packs by version, and readers compare by it. */
  private async requireNewVersion(manager: EntityManager, { organisationId, name }: OwnPolicyEntity, { kind, pack }: CompiledPolicy): Promise<void> {
    if (kind === 'overlay') return;
    const before = await manager.find(OwnPolicyEntity, { where: { organisationId, name } });
    const last = before.flatMap(({ approved }) => (approved?.kind === 'pack' ? [approved] : [])).find(({ packVersion, digest }) => digest !== `sha256:${pack.digest}` && !newerVersion(pack.version, packVersion));
    if (last !== undefined) throw new DomainError('conflict', `version ${pack.version} of '${name}' is not newer than ${last.packVersion}, which was in force with another text; raise metadata.version`);
  }

  private async requireNoPart(manager: EntityManager, asker: Principal, { organisationId, id }: OwnPolicyEntity, verb: string): Promise<void> {
    if (await hasPart(manager, organisationId, id, asker.id)) throw new DomainError('not-allowed', `whoever wrote or submitted a policy does not ${verb} it; ask someone else who may`);
  }

  private async supersede(manager: EntityManager, asker: Principal, { organisationId, name }: OwnPolicyEntity): Promise<void> {
    const before = await manager.findOneBy(OwnPolicyEntity, { organisationId, name, state: 'in-force' });
    if (before === null) return;
    await manager.update(OwnPolicyEntity, { organisationId, id: before.id }, { state: 'retired', version: String(Number(before.version) + 1), changedAt: this.clock.now() });
    await this.happened(manager, asker, before.id, 'superseded', { eventId: uuidV7(this.clock.now().getTime()), name });
  }

  private async happened(manager: EntityManager, asker: Principal, policyId: string, what: OwnPolicyEventKind, { eventId, remark, text, ...details }: { readonly eventId: string; readonly name: string; readonly digest?: string; readonly remark?: string; readonly text?: string }): Promise<void> {
    await manager.insert(OwnPolicyEventEntity, { organisationId: asker.organisationId, id: eventId, policyId, at: this.clock.now(), actorKind: asker.kind, actor: asker.id, what, remark: remark ?? null, text: text ?? null });
    await this.log.append(manager, asker, `policy.${what}`, `policy/${policyId}`, details);
  }

  private async view(manager: EntityManager, asker: Principal, id: string): Promise<OwnPolicyView> {
    const { organisationId } = asker;
    const policy = await manager.findOneBy(OwnPolicyEntity, { organisationId, id });
    if (policy === null) throw noSuchPolicy(id);
    const events = await manager.find(OwnPolicyEventEntity, { where: { organisationId, policyId: id }, order: { id: 'ASC' } });
    const mayDecide = events.every(({ what, actor }) => actor !== asker.id || !authoring.includes(what));
    return {
      ...viewOfOwnPolicy(policy),
      text: events.find((event) => event.id === policy.textId)?.text ?? '',
      mayDecide,
      events: events.map(({ id: event, at, actorKind: kind, actor, what, remark, text }) => ({ id: event, at: at.toISOString(), by: { kind, id: actor }, what, remark, text })),
    };
  }
}

async function hasPart(manager: EntityManager, organisationId: string, policyId: string, actor: string): Promise<boolean> {
  return manager.existsBy(OwnPolicyEventEntity, { organisationId, policyId, actor, what: In([...authoring]) });
}

function requireVersion({ version }: Pick<OwnPolicyEntity, 'version'>, expected: number): void {
  if (Number(version) !== expected) throw new DomainError('precondition-failed', 'the policy is no longer the version that If-Match names; read it again and send its new ETag');
}

function noSuchPolicy(id: string): DomainError {
  return new DomainError('unknown-record', `there is no policy ${id}; list the policies of the organisation to find its id`);
}
