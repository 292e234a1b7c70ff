import { Injectable } from '@nestjs/common';
import { epochOf } from '../../core/inventory/epoch-of.js';
import { AuditsService } from '../audits/audits.service.js';
import { ClearancesService } from '../clearances/clearances.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requirePerson } from '../platform/authorization/require-person.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { PoliciesService } from '../policies/policies.service.js';
import { RegisterService } from '../register/register.service.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { type ClearanceRequest, type GrantedClearance } from './clearing-shapes.js';

const day = 86_400_000;
/** Facts age and waivers end, so an audit clears nothing for longer than this. */
const auditDays = 7;
const shown = 50;

interface LookedAt {
  readonly asOf: Date;
  readonly revision: number | undefined;
  readonly waivers: readonly { readonly id: string; readonly expiresAt: string }[];
}

/** Lets a deployment run as a stored audit saw it, where nothing stands against it. */
@Injectable()
export class ClearingService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly audits: AuditsService,
    private readonly clearances: ClearancesService,
    private readonly policies: PoliciesService,
    private readonly register: RegisterService,
    private readonly waivers: WaiversService,
  ) {}

  /** @throws DomainError `unknown-record`, `invalid-request` where it would last too long, `not-allowed` where a key asks, `conflict` with everything that stands against it */
  async grant(asker: Principal, { deployment, audit, expiresAt, reason }: ClearanceRequest): Promise<GrantedClearance> {
    requirePerson(asker, 'a deployment is cleared');
    await this.requireEnd(asker, expiresAt);
    const { weights, imageDigest, against, ...lookedAt } = await this.audits.clearable(asker, audit, deployment);
    const ended = await this.endedWaivers(asker, lookedAt);
    return this.scope.run(asker.organisationId, async (manager) => {
      const present = notPresent(lookedAt, await this.register.newest(manager, asker.organisationId), this.clock.now());
      refuse(deployment, [...present, ...ended, ...against]);
      const { id, name } = await this.clearances.record(manager, asker, { deployment, auditId: audit, weights, imageDigest, reason, expiresAt: new Date(expiresAt) });
      return { id, name };
    });
  }

  private async requireEnd(asker: Principal, expiresAt: string): Promise<void> {
    const now = this.clock.now().getTime();
    const longest = Number((await this.policies.packs(asker)).find(({ id }) => id === 'clearance')?.params['longestDays']?.value ?? 0);
    if (epochOf(expiresAt) <= now) throw invalidField('/expiresAt', 'is not after now; write a later day');
    if (epochOf(expiresAt) - now > longest * day) throw invalidField('/expiresAt', `is more than ${longest} days from now; write an earlier day`);
  }

  /** Waivers that the audit let stand and that no longer do. */
  private async endedWaivers(asker: Principal, { waivers }: LookedAt): Promise<readonly string[]> {
    const granted = new Set((await this.waivers.granted(asker)).map(({ id }) => id));
    const now = this.clock.now().getTime();
    return [...new Set(waivers.filter(({ id, expiresAt }) => epochOf(expiresAt) <= now || (/^W-\d+$/.test(id) && !granted.has(id))).map(({ id }) => `the waiver ${id} is no longer in force; audit again`))];
  }
}

/** Why an audit does not tell of the register as it is. */
function notPresent({ asOf, revision }: LookedAt, newest: { readonly revision: number; readonly since: Date } | undefined, now: Date): readonly string[] {
  if (revision === undefined) return ['that audit was of files that were sent; audit the register with POST /api/v1/audits'];
  if (newest?.revision !== revision || asOf < newest.since) return ['the register has changed since that audit; audit it again'];
  if (asOf > now) return ['that audit is as of an instant to come; audit as of now'];
  return now.getTime() - asOf.getTime() > auditDays * day ? [`that audit is as of more than ${auditDays} days ago; audit again`] : [];
}

function refuse(deployment: string, against: readonly string[]): void {
  const [first] = against;
  if (first === undefined) return;
  const more = against.length > 1 ? ` (and ${against.length - 1} more, under errors)` : '';
  throw new DomainError('conflict', `${deployment} cannot be cleared: ${first}${more}`, { errors: against.slice(0, shown).map((detail) => ({ pointer: '/audit', detail })) });
}
