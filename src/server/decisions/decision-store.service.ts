import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { recordKey } from '../../core/inventory/record-key.js';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { inputHash } from '../../core/decision/record/input-hash.js';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { parametersOf } from '../platform/database/parameters-of.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { DecisionEntity, type DecisionState } from './decision.entity.js';
import { DecisionEventEntity, type DecisionEventKind } from './decision-event.entity.js';
import { DecisionInputEntity } from './decision-input.entity.js';
import { type DecisionPage, type DecisionQuery, type DecisionView } from './decision-shapes.js';
import { summaryOfDecision, viewOfDecision } from './view-of-decision.js';

/** What a step makes of a decision. */
export interface DecisionStep {
  readonly what: DecisionEventKind;
  readonly state: DecisionState;
  readonly inputs?: DecideCase;
  readonly changes?: Partial<Pick<DecisionEntity, 'inputVersion' | 'asked' | 'approval' | 'signOff' | 'result' | 'resultDigest'>>;
  readonly details: object;
}

type Found = Omit<DecisionEntity, 'result'>;

const withoutResult = { organisationId: true, id: true, number: true, state: true, title: true, deployment: true, author: true, version: true, inputVersion: true, authorVersion: true, asked: true, approval: true, signOff: true, resultDigest: true, supersedes: true, createdAt: true, changedAt: true } as const;

/** Decisions as they are kept: who may see which, and one step at a time from the version that was looked at. */
@Injectable()
export class DecisionStore {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly rights: RecordRightsService,
  ) {}

  async list(asker: Principal, { state, deployment, after, limit }: DecisionQuery): Promise<DecisionPage> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const fitting = manager.createQueryBuilder(DecisionEntity, 'd').select(Object.keys(withoutResult).map((column) => `d.${column}`)).where('d.organisationId = :organisationId', { organisationId });
      const readable = this.rights.readable(asker, "('deployment/' || d.deployment)", parametersOf(fitting));
      if (readable !== undefined) fitting.andWhere(`d.deployment IS NOT NULL AND ${readable}`);
      if (state !== undefined) fitting.andWhere('d.state = :state', { state });
      if (deployment !== undefined) fitting.andWhere('d.deployment = :deployment', { deployment });
      const total = await fitting.getCount();
      if (after !== undefined) fitting.andWhere('d.number < :after', { after });
      const found = await fitting.orderBy('d.number', 'DESC').limit(limit + 1).getMany();
      const shown = found.slice(0, limit);
      return { items: shown.map(summaryOfDecision), total, next: found.length > limit ? (shown.at(-1)?.number ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read(asker: Principal, id: string): Promise<DecisionView> {
    return this.scope.run(asker.organisationId, async (manager) => this.view(manager, await this.find(manager, asker, id)));
  }

  /** The inputs that stand, and the record where there is one. @throws DomainError `unknown-record`, `precondition-failed` where it is not the version that is expected */
  async whole(asker: Principal, id: string, expected?: number): Promise<Found & { readonly inputs: DecideCase; readonly result: string | null }> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const decision = await this.find(manager, asker, id);
      if (expected !== undefined) requireVersion(decision, expected);
      const { result } = (await manager.findOne(DecisionEntity, { select: { result: true }, where: { organisationId, id } })) ?? { result: null };
      return { ...decision, inputs: (await this.inputs(manager, decision)).inputs, result };
    });
  }

  /** The inputs that a version brought. @throws DomainError `unknown-record` */
  async inputsAt(asker: Principal, id: string, version: number): Promise<DecideCase> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.find(manager, asker, id);
      const found = await manager.findOneBy(DecisionInputEntity, { organisationId, decisionId: id, version: String(version) });
      if (found === null) throw new DomainError('unknown-record', `version ${version} of the decision ${id} brought no inputs; its events name those that did`);
      return found.inputs;
    });
  }

  /** @throws DomainError `not-allowed` where it is about records of others, `unknown-record` where it supersedes what is not there */
  async add(asker: Principal, inputs: DecideCase, supersedes: string | undefined): Promise<DecisionView> {
    const { organisationId } = asker;
    const now = this.clock.now();
    return this.scope.run(organisationId, async (manager) => {
      await this.requireOwn(manager, asker, inputs.deployment ?? null);
      if (supersedes !== undefined) {
        const before = await this.find(manager, asker, supersedes);
        if (before.state === 'superseded') throw new DomainError('conflict', `D-${before.number} is superseded already; name the decision that took its place`);
        await this.requireOwn(manager, asker, before.deployment);
      }
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
      const [last]: { number: number | null }[] = await manager.query('SELECT max(number) AS number FROM decisions WHERE organisation_id = $1', [organisationId]);
      const id = uuidV7(now.getTime());
      await manager.insert(DecisionEntity, { organisationId, id, number: (last?.number ?? 0) + 1, state: 'draft', title: inputs.title, deployment: inputs.deployment ?? null, author: asker.id, version: '1', inputVersion: '1', authorVersion: '1', asked: null, approval: null, signOff: null, result: null, resultDigest: null, supersedes: supersedes ?? null, createdAt: now, changedAt: now });
      const hash = await this.keepInputs(manager, organisationId, id, 1, inputs);
      await this.happened(manager, asker, id, 'drafted', { version: 1, inputHash: hash });
      return this.view(manager, await this.find(manager, asker, id));
    });
  }

  /** Takes one step from the version that was looked at. @throws DomainError `unknown-record`, `precondition-failed`, `conflict` where it is in none of the states */
  async step(asker: Principal, id: string, expected: number, from: readonly DecisionState[], decide: (manager: EntityManager, decision: Found) => Promise<DecisionStep>): Promise<DecisionView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await manager.query('SELECT 1 FROM decisions WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [organisationId, id]);
      const decision = await this.find(manager, asker, id);
      requireStep(decision, expected, from);
      const { what, state, inputs, changes = {}, details } = await decide(manager, decision);
      const version = expected + 1;
      const hash = inputs === undefined ? undefined : await this.keepInputs(manager, organisationId, id, version, inputs);
      const about = inputs === undefined ? {} : { title: inputs.title, deployment: inputs.deployment ?? null, inputVersion: String(version), ...(what === 'changed' ? { authorVersion: String(version) } : {}) };
      await manager.update(DecisionEntity, { organisationId, id }, { state, ...about, ...(changes as object), version: String(version), changedAt: this.clock.now() });
      await this.happened(manager, asker, id, what, { ...details, version, ...(hash === undefined ? {} : { inputHash: hash }) });
      return this.view(manager, await this.find(manager, asker, id));
    });
  }

  /** Marks the decision that another takes the place of, in the transaction that signs the other off. @throws DomainError `conflict` where it is superseded already */
  async supersede(manager: EntityManager, asker: Principal, id: string, by: string): Promise<void> {
    const { organisationId } = asker;
    const [before]: { state: DecisionState; version: string }[] = await manager.query('SELECT state, version FROM decisions WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [organisationId, id]);
    if (before === undefined || before.state === 'superseded') throw new DomainError('conflict', 'what it was to supersede is superseded already; reject it');
    await manager.update(DecisionEntity, { organisationId, id }, { state: 'superseded', version: String(Number(before.version) + 1), changedAt: this.clock.now() });
    await this.happened(manager, asker, id, 'superseded', { by });
  }

  /** @throws DomainError `not-allowed` where the deployment is not of the asker's units, or none is named and the asker works for some units only */
  async requireOwn(manager: EntityManager, asker: Principal, deployment: string | null): Promise<void> {
    if (asker.confined === undefined) return;
    if (deployment === null) throw new DomainError('not-allowed', `a decision that names no deployment is of the whole organisation, and you work for ${asker.confined.units.join(', ') || 'no unit'}; name a deployment of yours in the case`);
    await this.rights.requireOwn(manager, asker, [recordKey('deployment', deployment)], 'decide on');
  }

  private async find(manager: EntityManager, asker: Principal, id: string): Promise<Found> {
    const { organisationId } = asker;
    const decision = await manager.findOne(DecisionEntity, { select: withoutResult, where: { organisationId, id } });
    if (decision === null || (await this.hides(manager, asker, decision))) throw new DomainError('unknown-record', `there is no decision ${id}; list the decisions to find its id`);
    return decision;
  }

  private async hides(manager: EntityManager, asker: Principal, { deployment }: Found): Promise<boolean> {
    if (asker.confined?.reading !== true) return false;
    return deployment === null || (await this.rights.unreadable(manager, asker, [recordKey('deployment', deployment)])).length > 0;
  }

  private async view(manager: EntityManager, decision: Found): Promise<DecisionView> {
    const { organisationId, id: decisionId } = decision;
    const events = await manager.find(DecisionEventEntity, { where: { organisationId, decisionId }, order: { id: 'ASC' } });
    const after = await manager.findOne(DecisionEntity, { select: { id: true }, where: { organisationId, supersedes: decisionId, state: 'signed-off' } });
    return viewOfDecision(decision, await this.inputs(manager, decision), events, after?.id ?? null);
  }

  private async inputs(manager: EntityManager, { organisationId, id: decisionId, inputVersion: version }: Found): Promise<DecisionInputEntity> {
    return manager.findOneByOrFail(DecisionInputEntity, { organisationId, decisionId, version });
  }

  private async keepInputs(manager: EntityManager, organisationId: string, decisionId: string, version: number, inputs: DecideCase): Promise<string> {
    const hash = inputHash(inputs);
    await manager.insert(DecisionInputEntity, { organisationId, decisionId, version: String(version), inputs: inputs as object, inputHash: hash });
    return `sha256:${hash}`;
  }

  private async happened(manager: EntityManager, asker: Principal, decisionId: string, what: DecisionEventKind, details: object): Promise<void> {
    const at = this.clock.now();
    await manager.insert(DecisionEventEntity, { organisationId: asker.organisationId, id: uuidV7(at.getTime()), decisionId, at, actorKind: asker.kind, actor: asker.id, what, details });
    const { remark: _kept, ...logged } = details as { readonly remark?: string };
    await this.log.append(manager, asker, `decision.${what}`, `decision/${decisionId}`, logged);
  }
}

function requireVersion({ version }: Pick<Found, 'version'>, expected: number): void {
  if (Number(version) !== expected) throw new DomainError('precondition-failed', 'the decision is no longer the version that If-Match names; read it again and send its new ETag');
}

function requireStep({ version, state }: Found, expected: number, from: readonly DecisionState[]): void {
  requireVersion({ version }, expected);
  if (!from.includes(state)) throw new DomainError('conflict', `the decision is ${state}; this is done with one that is ${from.join(' or ')}`);
}
