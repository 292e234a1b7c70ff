import { Injectable } from '@nestjs/common';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type Shock } from '../../core/shock/shock.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { PoliciesService } from '../policies/policies.service.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { RegisterService } from '../register/register.service.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { type AskedOptions } from './asked-options.js';
import { type FlowMapView } from './flow-map-shapes.js';
import { type CheckInput } from './check-input.js';
import { type CheckAnswer, type CheckTask } from './check-task.js';

/** What the packs said of the options of a decision, and the revision of the register that they were asked on. */
export type OptionsOnRegister = AskedOptions & { readonly revision: number };

/** Questions to the register that audit it and store nothing. */
@Injectable()
export class RegisterQuestionsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly register: RegisterService,
    private readonly rights: RecordRightsService,
    private readonly policies: PoliciesService,
    private readonly waivers: WaiversService,
    private readonly clearances: ClearancesService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
  ) {}

  /** What breaks under a shock now, as `domicile shock --format json` prints it. @throws DomainError `not-checkable` where the register is empty, `invalid-request` where the shock cannot happen to it */
  async shock(asker: Principal, shock: Shock): Promise<string> {
    const now = this.clock.now();
    const { revision, input } = await this.inputAt(asker, now);
    if (revision === 0) throw new DomainError('not-checkable', 'the register is empty; import files with POST /api/v1/register/imports');
    const answer = await this.pool.run({ kind: 'shock', input: { ...input, granted: await this.waivers.granted(asker), cleared: await this.clearances.standing(asker, now) }, shock });
    if (answer.kind !== 'shock') throw new Error('the worker answered another question');
    return answer.json;
  }

  /** What the packs say of the options of a case as of its day, without waivers; null where the register describes no alternatives of its deployment. */
  async options(asker: Principal, given: DecideCase): Promise<OptionsOnRegister | null> {
    return (await this.optionsOf(asker, [given], new Date(given.asOf)))[0] ?? null;
  }

  /** As `options`, of several cases as of one instant, by one audit. */
  async optionsOf(asker: Principal, cases: readonly DecideCase[], at: Date): Promise<readonly (OptionsOnRegister | null)[]> {
    const { revision, input } = await this.inputAt(asker, at);
    if (revision === 0 || cases.every(({ deployment }) => deployment === undefined)) return cases.map(() => null);
    const answer = await this.pool.run({ kind: 'options', input, cases });
    if (answer.kind !== 'options') throw new Error('the worker answered another question');
    return answer.asked.map((each) => (each === null ? null : { ...each, revision }));
  }

  /** Names everything that an answer of `optionsOf` can depend on: where it is the same, so is the answer. */
  async ground(asker: Principal, at: Date): Promise<string> {
    return JSON.stringify([await this.register.revision(asker), at.toISOString().slice(0, 10), await this.policies.inForce(asker)]);
  }

  /** Where the flows go that the asker may read. */
  async flows(asker: Principal): Promise<FlowMapView> {
    const { revision, input } = await this.inputAt(asker, this.clock.now());
    const answer = await this.pool.run({ kind: 'flows', input });
    if (answer.kind !== 'flows') throw new Error('the worker answered another question');
    const keys = [...new Set(answer.map.flows.map(({ id }) => recordKey('dataFlow', id)))];
    const hidden = new Set(await this.scope.run(asker.organisationId, (manager) => this.rights.unreadable(manager, asker, keys)));
    const flows = answer.map.flows.filter(({ id }) => !hidden.has(recordKey('dataFlow', id)));
    const reached = new Set(flows.flatMap(({ places }) => places.map(({ country }) => country)));
    return { revision, asOf: input.asOf, flows: flows.map((flow) => ({ ...flow, places: flow.places.map(({ country, acts }) => ({ country, acts: [...acts] })) })), countries: answer.map.countries.filter(({ country }) => reached.has(country)).map((each) => ({ ...each })) };
  }

  private async inputAt(asker: Principal, asOf: Date): Promise<{ readonly revision: number; readonly input: CheckInput }> {
    const revision = await this.register.revision(asker);
    const { fragments, settings, problems, files } = await this.register.stateAt(asker, revision);
    const { packs, broken } = await this.policies.rulebookOf(asker, await this.policies.inForce(asker));
    return { revision, input: { asOf: asOf.toISOString(), own: { packs, broken }, files: [...files], inventory: { fragments, settings, problems } } };
  }
}
