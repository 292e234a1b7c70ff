import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { LogService, type Actor } from '../log/log.service.js';
import { permission } from '../platform/authorization/permission.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { type ApiKeyView, type MadeApiKey, type NewApiKey } from './api-key-shapes.js';
import { principalOfKey } from './principal-of-key.js';
import { type CiTrustEntity } from './ci-trust.entity.js';
import { mintToken, organisationOfToken, tokenDigest } from './secret-token.js';
import { theSystem } from './the-system.js';

const longestLife = 2 * 366 * 24 * 60 * 60 * 1000;

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  /** Who a key stands for; nobody where it is unknown, expired or revoked. */
  async principalOf(text: string): Promise<Principal | undefined> {
    const organisationId = organisationOfToken(text) ?? firstOrganisation;
    const key = await this.scope.run(organisationId, (manager) => manager.findOneBy(ApiKeyEntity, { organisationId, digest: tokenDigest(text), revokedAt: IsNull() }));
    if (key === null || (key.expiresAt !== null && key.expiresAt <= this.clock.now())) return undefined;
    return principalOfKey(key);
  }

  /** @throws DomainError `not-allowed` where a scope goes beyond the maker's own, `invalid-request` where the expiry is past or too far away */
  async make(maker: Principal, { name, scopes, units, readsOwnOnly = false, expiresAt }: NewApiKey): Promise<MadeApiKey> {
    const beyond = scopes.filter((scope) => !maker.permissions.includes(scope));
    if (beyond.length > 0) throw new DomainError('not-allowed', `the scope ${beyond.join(', ')} goes beyond your own; leave it out`);
    refuseWiderUnits(maker, { scopes, units, readsOwnOnly });
    const life = Date.parse(expiresAt) - this.clock.now().getTime();
    if (life <= 0 || life > longestLife) throw new DomainError('invalid-request', '/expiresAt: lies in the past or more than two years ahead; write an instant within two years', { errors: [{ pointer: '/expiresAt', detail: 'lies in the past or more than two years ahead' }] });
    const { text, digest } = mintToken('dmc', maker.organisationId);
    const key = await this.scope.run(maker.organisationId, (manager) => this.insert(manager, maker, { name, origin: 'made', digest, scopes: [...new Set(scopes)], units: units ?? null, readsOwnOnly, expiresAt: new Date(expiresAt) }));
    return { ...viewOf(key), key: text };
  }

  /** Those of people and of the installation; a job's in CI have ended before anyone could look. */
  async list({ organisationId }: Principal): Promise<readonly ApiKeyView[]> {
    const keys = await this.scope.run(organisationId, (manager) => manager.find(ApiKeyEntity, { where: { organisationId, origin: Not('ci') }, order: { id: 'ASC' } }));
    return keys.map(viewOf);
  }

  /** Ends a key; ending it again changes nothing. @throws DomainError `unknown-record` */
  async revoke(asker: Principal, id: string): Promise<void> {
    const { organisationId } = asker;
    await this.scope.run(organisationId, async (manager) => {
      const key = await manager.findOneBy(ApiKeyEntity, { organisationId, id });
      if (key === null) throw new DomainError('unknown-record', `there is no API key ${id}; list the keys to find its id`);
      const { affected } = await manager.update(ApiKeyEntity, { organisationId, id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected === 1) await this.log.append(manager, asker, 'key.revoke', `key/${id}`);
    });
  }

  /** A key for a job in CI, under a rule of trust and in the caller's transaction. @returns its text */
  async giveToCi(manager: EntityManager, trust: Pick<CiTrustEntity, 'organisationId' | 'id' | 'name' | 'scopes'>, expiresAt: Date): Promise<string> {
    const { text, digest } = mintToken('dmc', trust.organisationId);
    await this.insert(manager, theSystem(trust.organisationId), { name: trust.name, origin: 'ci', digest, scopes: trust.scopes, ciTrustId: trust.id, expiresAt });
    return text;
  }

  async endThoseOfTrust(manager: EntityManager, organisationId: string, ciTrustId: string): Promise<void> {
    await manager.update(ApiKeyEntity, { organisationId, ciTrustId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /**
   * Makes the installation reachable: takes over the key of the environment, or makes one when there is none at all.
   *
   * @returns the text of a key that was made; it is told this once
   */
  async ensureFirstKey(configured: string | undefined): Promise<string | undefined> {
    return this.scope.run(firstOrganisation, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [firstOrganisation]);
      if (configured !== undefined) {
        await this.takeOver(manager, tokenDigest(configured));
        return undefined;
      }
      if ((await manager.countBy(ApiKeyEntity, { organisationId: firstOrganisation, origin: Not('ci'), revokedAt: IsNull() })) > 0) return undefined;
      const { text, digest } = mintToken('dmc', firstOrganisation);
      await this.insert(manager, theSystem(firstOrganisation), { name: 'first key', origin: 'first', digest, scopes: permission.options, expiresAt: null });
      return text;
    });
  }

  /** An earlier key of the environment ends when the environment names another. */
  private async takeOver(manager: EntityManager, digest: Buffer): Promise<void> {
    const organisationId = firstOrganisation;
    const system = theSystem(organisationId);
    for (const earlier of await manager.findBy(ApiKeyEntity, { organisationId, origin: 'environment', digest: Not(digest), revokedAt: IsNull() })) {
      await manager.update(ApiKeyEntity, { organisationId, id: earlier.id }, { revokedAt: this.clock.now() });
      await this.log.append(manager, system, 'key.revoke', `key/${earlier.id}`);
    }
    const known = await manager.findOneBy(ApiKeyEntity, { organisationId, digest });
    if (known === null) await this.insert(manager, system, { name: 'DOMICILE_API_KEY', origin: 'environment', digest, scopes: permission.options, expiresAt: null });
    else if (known.revokedAt !== null) {
      await manager.update(ApiKeyEntity, { organisationId, id: known.id }, { revokedAt: null });
      await this.log.append(manager, system, 'key.restore', `key/${known.id}`);
    }
  }

  private async insert(manager: EntityManager, maker: Actor, values: Pick<ApiKeyEntity, 'name' | 'origin' | 'digest' | 'expiresAt'> & Partial<Pick<ApiKeyEntity, 'units' | 'readsOwnOnly' | 'ciTrustId'>> & { readonly scopes: readonly ApiKeyEntity['scopes'][number][] }): Promise<ApiKeyEntity> {
    const createdAt = this.clock.now();
    const key = manager.create(ApiKeyEntity, { units: null, readsOwnOnly: false, ciTrustId: null, ...values, scopes: [...values.scopes], organisationId: maker.organisationId, id: uuidV7(createdAt.getTime()), createdAt, createdBy: maker.kind === 'system' ? null : maker.id, revokedAt: null });
    await manager.insert(ApiKeyEntity, key);
    await this.log.append(manager, maker, 'key.create', `key/${key.id}`, { origin: key.origin, ...(key.ciTrustId === null ? {} : { trust: key.ciTrustId }), scopes: key.scopes, ...(key.units === null ? {} : { units: key.units, readsOwnOnly: key.readsOwnOnly }), expiresAt: key.expiresAt?.toISOString() ?? null });
    return key;
  }
}

/** A key of some units hands out no rights over all of them, and one that a confined maker makes reaches no further than its maker. */
function refuseWiderUnits({ confined }: Principal, { scopes, units, readsOwnOnly }: Pick<NewApiKey, 'scopes' | 'units' | 'readsOwnOnly'>): void {
  if (units !== undefined && scopes.some((scope) => scope === 'key:manage' || scope === 'user:manage')) throw invalidField('/units', 'confine a key that would make keys or people without bounds; leave the units out, or the scopes key:manage and user:manage');
  if (confined === undefined) return;
  if (units === undefined || units.some((unit) => !confined.units.includes(unit)) || (confined.reading && readsOwnOnly !== true)) throw new DomainError('not-allowed', 'the key would reach further than your own units; name units of yours, and let it read these only if you do');
}

function viewOf({ id, name, origin, scopes, units, readsOwnOnly, createdAt, expiresAt, revokedAt }: ApiKeyEntity): ApiKeyView {
  return { id, name, origin, scopes, units, readsOwnOnly, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null };
}
