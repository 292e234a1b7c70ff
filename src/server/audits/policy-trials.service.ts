import { Injectable } from '@nestjs/common';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type Outcome } from '../../core/policy/outcome.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { WrittenPoliciesService } from '../policies/written-policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requireAllUnits } from '../platform/authorization/require-all-units.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { RecordRightsService } from '../register/record-rights.service.js';
import { RegisterService } from '../register/register.service.js';
import { type CheckInput } from './check-input.js';
import { type CheckAnswer, type CheckTask } from './check-task.js';
import { type PolicyChanges, type PolicyTry, type PolicyVerdicts } from './policy-trial-shapes.js';

interface Trial {
  readonly input: CheckInput;
  readonly revision: number;
  readonly pack: CompiledPack;
}

/** What a policy that is still written would say of the register as it stands. Nothing of it is kept. */
@Injectable()
export class PolicyTrialsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly register: RegisterService,
    private readonly rights: RecordRightsService,
    private readonly clearances: ClearancesService,
    private readonly policies: PoliciesService,
    private readonly written: WrittenPoliciesService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
  ) {}

  /** @throws DomainError `not-checkable` where the text does not compile or there is no such deployment, `unknown-record` where it is not the asker's to read */
  async try(asker: Principal, { text, deployment }: PolicyTry): Promise<PolicyVerdicts> {
    const key = recordKey('deployment', deployment);
    if ((await this.scope.run(asker.organisationId, (manager) => this.rights.unreadable(manager, asker, [key]))).length > 0) throw new DomainError('unknown-record', `there is no ${key} that you read; list the deployments to find its id`);
    const { input, revision, pack } = await this.trial(asker, text);
    const answer = await this.pool.run({ kind: 'try', input, pack, deployment });
    if (answer.kind !== 'try') throw new Error('the worker answered another question');
    return { pack: viewOf(pack), revision, asOf: input.asOf, verdicts: [...answer.verdicts] };
  }

  /** @throws DomainError `not-checkable` where the text does not compile, `not-allowed` where the asker reads some units only */
  async dryRun(asker: Principal, text: string): Promise<PolicyChanges> {
    requireAllUnits(asker, 'the verdicts that would change');
    const { input, revision, pack } = await this.trial(asker, text);
    const answer = await this.pool.run({ kind: 'compare', input, pack });
    if (answer.kind !== 'compare') throw new Error('the worker answered another question');
    const { judged, totals, changes } = answer.comparison;
    const replaced = (await this.policies.packs(asker)).find(({ id }) => id === pack.id);
    return {
      pack: viewOf(pack),
      revision,
      asOf: input.asOf,
      replaces: replaced === undefined ? null : viewOf(replaced),
      judged,
      totals: Object.entries(totals).map(([way, count]) => ({ ...sidesOf(way), count })),
      changes: changes.map(({ ruleId, subject, element, before, after, message }) => ({ ruleId, subject, element: element ?? null, before: before ?? null, after: after ?? null, message: message ?? null })),
      total: Object.values(totals).reduce((sum, count) => sum + count, 0),
    };
  }

  private async trial(asker: Principal, text: string): Promise<Trial> {
    const { pack } = await this.written.require(asker, undefined, text);
    const now = this.clock.now();
    const revision = await this.register.revision(asker);
    if (revision === 0) throw new DomainError('not-checkable', 'the register is empty, so there is nothing to try it on; import files first');
    const { fragments, settings, problems, files } = await this.register.stateAt(asker, revision);
    const { packs, broken } = await this.policies.rulebookOf(asker, await this.policies.inForce(asker));
    return { revision, pack, input: { asOf: now.toISOString(), files: [...files], own: { packs, broken }, cleared: await this.clearances.standing(asker, now), inventory: { fragments, settings, problems } } };
  }
}

function viewOf({ id, version, digest }: CompiledPack): PolicyVerdicts['pack'] {
  return { id, version, digest: digest.startsWith('sha256:') ? digest : `sha256:${digest}` };
}

function sidesOf(way: string): { readonly before: Outcome | 'none'; readonly after: Outcome | 'none' } {
  const [before = 'none', after = 'none'] = way.split(' > ') as (Outcome | 'none')[];
  return { before, after };
}
