import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { affectedSubjects, type Affected } from '../../core/exposure/affected-subjects.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { FindingFollowService, type FindingHead } from '../findings/finding-follow.service.js';
import { PoliciesService, type OwnPolicyReference } from '../policies/policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { RegisterChangesService } from '../register/register-changes.service.js';
import { RegisterService } from '../register/register.service.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { AuditEntity } from './audit.entity.js';
import { type AffectedOfAudit, type CheckInput } from './check-input.js';
import { type CheckAnswer, type CheckTask, type StoredCheck } from './check-task.js';
import { type ClearedDeployment } from './cleared-deployment.js';
import { type RulebookInForce } from './rulebook-in-force.js';

/** What has to be audited again at an instant. */
export interface AffectedNow {
  readonly head: FindingHead | undefined;
  readonly revision: number;
  readonly affected: Affected;
  /** The waivers approved here that this was worked out with. */
  readonly granted: readonly Waiver[];
  /** What was cleared here, likewise. */
  readonly cleared: readonly ClearedDeployment[];
  /** Own policies in force, likewise. */
  readonly own: readonly OwnPolicyReference[];
  /** How the whole was audited. */
  readonly options: Pick<CheckInput, 'packs' | 'failOn' | 'onUnknown'>;
}

/** The audit that the states rest on, and the last of the whole. */
interface Ground {
  readonly head: FindingHead;
  readonly whole: Pick<AuditEntity, 'asOf' | 'engine' | 'packDigests' | 'factsDigest'>;
  readonly request: StoredCheck;
  readonly granted: readonly Waiver[];
  readonly cleared: readonly ClearedDeployment[];
}

/** Works out whose verdicts can be others than those that the findings rest on. */
@Injectable()
export class AffectedService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly findings: FindingFollowService,
    private readonly register: RegisterService,
    private readonly changes: RegisterChangesService,
    private readonly waivers: WaiversService,
    private readonly clearances: ClearancesService,
    private readonly policies: PoliciesService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
  ) {}

  async affected(asker: Principal, at: Date = this.clock.now()): Promise<AffectedNow> {
    const { organisationId } = asker;
    const granted = await this.waivers.granted(asker);
    const cleared = await this.clearances.standing(asker, at);
    const own = await this.policies.inForce(asker);
    const { ground, beside, ...now } = await this.scope.run(organisationId, async (manager) => {
      const standing = await this.findings.head(manager, organisationId);
      const newest = await this.register.revisionIn(manager, organisationId);
      return { granted, cleared, own, head: standing, revision: newest, ground: standing === undefined ? undefined : await this.groundOf(manager, organisationId, standing), beside: await this.changes.beside(manager, organisationId, newest) };
    });
    if (ground === undefined) return { ...now, options: {}, affected: { everything: 'the whole register was not audited yet, or not since this was followed' } };
    const { packs, failOn, onUnknown } = ground.request;
    const options = { ...(packs === undefined ? {} : { packs }), ...(failOn === undefined ? {} : { failOn }), ...(onUnknown === undefined ? {} : { onUnknown }) };
    const { packs: ownPacks, broken } = await this.policies.rulebookOf(asker, own);
    const answer = await this.pool.run({ kind: 'rulebook', input: { ...options, own: { packs: ownPacks, broken }, asOf: at.toISOString(), files: [...beside.files], inventory: { fragments: [], settings: beside.settings, problems: [] } } });
    if (answer.kind !== 'rulebook') throw new Error('the worker answered another question');
    const { rulebook } = answer;
    const reason = reasonOf(ground, rulebook, at) ?? (canonicalJson(ground.cleared) === canonicalJson(cleared) ? undefined : 'something was cleared, or is no longer');
    if (reason !== undefined) return { ...now, options, affected: { everything: reason } };
    const affected = await this.scope.run(organisationId, (manager) => this.sinceHead(manager, organisationId, ground.head, now.revision, rulebook));
    if ('everything' in affected) return { ...now, options, affected };
    const subjects = new Map([...affected.subjects, ...waivedSubjects(ground, [...granted, ...rulebook.waivers], at)]);
    return { ...now, options, affected: { subjects } };
  }

  private async groundOf(manager: EntityManager, organisationId: string, head: FindingHead): Promise<Ground | undefined> {
    if (head.whole === undefined) return undefined;
    const whole = await manager.findOne(AuditEntity, { select: { asOf: true, engine: true, packDigests: true, factsDigest: true, request: true }, where: { organisationId, id: head.whole } });
    const last = await manager.findOne(AuditEntity, { select: { request: true }, where: { organisationId, id: head.audit } });
    if (whole === null || last === null) return undefined;
    const request = JSON.parse(last.request) as StoredCheck;
    return { head, whole, request: JSON.parse(whole.request) as StoredCheck, ...('register' in request ? { granted: request.granted, cleared: request.cleared ?? [] } : { granted: [], cleared: [] }) };
  }

  private async sinceHead(manager: EntityManager, organisationId: string, { revision: from }: FindingHead, to: number, { readsOrganisation, names }: RulebookInForce): Promise<Affected> {
    if (from === to) return { subjects: new Map() };
    const beside = await this.changes.changedBeside(manager, organisationId, from, to);
    if (beside !== undefined) return { everything: beside };
    const changes = await this.changes.changedRecords(manager, organisationId, from, to);
    if (changes === undefined) return { everything: 'too many records have changed to follow each' };
    const reaching = changes.find(({ kind }) => kind === 'deployment' || kind === 'provider' || kind === 'legalEntity');
    if (readsOrganisation && reaching !== undefined) return { everything: 'a rule looks at what the organisation is derived to be from all deployments' };
    const organisations = await this.changes.organisations(manager, organisationId);
    const affected = await affectedSubjects({ changes, find: this.changes.finder(manager, organisationId), names, organisations, flowsDisputed: () => this.changes.flowsDisputed(manager, organisationId) });
    return 'subjects' in affected && affected.subjects.size === 0 ? { subjects: new Map(organisations.map((key) => [key, `register/${to}`])) } : affected;
  }
}

/** As an audit stores it. */
export function affectedOfAudit(head: FindingHead, subjects: ReadonlyMap<string, string>): AffectedOfAudit {
  return { subjects: [...subjects.keys()], since: head.revision, continues: head.audit };
}

/** Why everything is affected where nothing but the date is another. */
export const anotherDay = 'the whole was last audited on another day, and facts are dated by days';

/** Facts and severities change from day to day; verdicts that look at the clock, when the last audits said. */
function reasonOf({ head, whole }: Ground, rulebook: RulebookInForce, at: Date): string | undefined {
  if (whole.engine !== rulebook.engine) return 'another version of the engine runs';
  if (canonicalJson(whole.packDigests) !== canonicalJson(rulebook.packs)) return 'other policy packs are in force';
  if (whole.factsDigest !== rulebook.facts) return 'other reference facts are in force';
  if (whole.asOf.toISOString().slice(0, 10) !== at.toISOString().slice(0, 10)) return anotherDay;
  if (head.nextFlip !== undefined && head.nextFlip <= at) return 'a verdict has changed by time alone';
  return undefined;
}

/** Subjects of waivers that are others than at the last audit, or whose time has begun or ended since. */
function waivedSubjects({ head, granted }: Ground, now: readonly Waiver[], at: Date): readonly (readonly [string, string])[] {
  const before = new Set(granted.map((waiver) => canonicalJson(waiver)));
  const after = new Set(now.map((waiver) => canonicalJson(waiver)));
  const passed = (instant: string): boolean => new Date(instant) > head.asOf && new Date(instant) <= at;
  const moved = now.filter((waiver) => waiver.while !== undefined || [waiver.validFrom, waiver.expiresAt, ...waiver.approvals.map((approval) => approval.at)].some(passed));
  const other = [...granted.filter((waiver) => !after.has(canonicalJson(waiver))), ...now.filter((waiver) => isGranted(waiver) && !before.has(canonicalJson(waiver)))];
  return [...moved, ...other].flatMap(({ id, subjects }) => subjects.map(({ subject }) => [subject, `waiver/${id}`] as const));
}

/** Waivers of files are held against the files; those approved here against the last audit. */
const isGranted = ({ id }: Waiver): boolean => /^W-\d+$/.test(id);
