import { Injectable } from '@nestjs/common';
import { deploymentsNamed } from '../../core/inventory/deployments-named.js';
import { putTogether } from '../../core/register/put-together.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { PoliciesService, type OwnPolicyReference, type OwnRulebook } from '../policies/policies.service.js';
import { RegisterRangesService } from '../register/register-ranges.service.js';
import { RegisterService, type RegisterState } from '../register/register.service.js';
import { type CheckInput } from './check-input.js';
import { type StoredCheck } from './check-task.js';

/** Reads what checks are made of. */
@Injectable()
export class CheckInputsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly register: RegisterService,
    private readonly ranges: RegisterRangesService,
    private readonly policies: PoliciesService,
  ) {}

  /** What a worker needs to make a check, today or again later. */
  async of(asker: Principal, check: StoredCheck): Promise<CheckInput> {
    const own = await this.ownRulebook(asker, check.own ?? []);
    if ('files' in check) return { ...check, own };
    const { register, ...options } = check;
    const { files, ...inventory } = (check.affected === undefined ? undefined : await this.partOf(asker, register.revision, check.affected.subjects)) ?? (await this.register.stateAt(asker, register.revision));
    return { ...options, own, files: [...files], inventory };
  }

  async ownRulebook(asker: Principal, references: readonly OwnPolicyReference[]): Promise<OwnRulebook> {
    const { packs, broken } = await this.policies.rulebookOf(asker, references);
    return { packs, broken };
  }

  /** The register as far as these subjects look at it; undefined where only the whole tells. */
  private async partOf({ organisationId }: Principal, revision: number, subjects: readonly string[]): Promise<(Omit<RegisterState, 'revision'> & Pick<NonNullable<CheckInput['inventory']>, 'overview'>) | undefined> {
    const part = await this.scope.run(organisationId, (manager) => this.ranges.part(manager, organisationId, revision, deploymentsNamed(subjects)));
    if (part === undefined) return undefined;
    const { records, sources, ...beside } = part;
    return { ...beside, fragments: putTogether(records, sources) };
  }
}
