import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { permission, type Permission } from '../platform/authorization/permission.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { apiKeyDigest, mintApiKey, organisationOfApiKey, type ApiKey } from './api-key.js';
import { ApiKeyEntity } from './api-key.entity.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Who a key stands for; nobody where it is unknown, expired or revoked. */
  async principalOf(text: string): Promise<Principal | undefined> {
    const organisationId = organisationOfApiKey(text) ?? firstOrganisation;
    const key = await this.scope.run(organisationId, (manager) => manager.findOneBy(ApiKeyEntity, { organisationId, digest: apiKeyDigest(text), revokedAt: IsNull() }));
    if (key === null || (key.expiresAt !== null && key.expiresAt <= this.clock.now())) return undefined;
    return { organisationId, kind: 'api-key', id: key.id, permissions: key.scopes };
  }

  /**
   * Makes the installation reachable: takes over the key of the environment, or makes one when there is none at all.
   *
   * @returns the text of a key that was made; it is told this once
   */
  async ensureFirstKey(configured: string | undefined): Promise<string | undefined> {
    return this.scope.run(firstOrganisation, async (manager) => {
      await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE', [firstOrganisation]);
      if (configured !== undefined) {
        await this.takeOver(manager, { text: configured, digest: apiKeyDigest(configured) });
        return undefined;
      }
      if ((await manager.countBy(ApiKeyEntity, { organisationId: firstOrganisation, revokedAt: IsNull() })) > 0) return undefined;
      const key = mintApiKey(firstOrganisation);
      await this.insert(manager, key, 'first', permission.options);
      return key.text;
    });
  }

  /** An earlier key of the environment ends when the environment names another. */
  private async takeOver(manager: EntityManager, key: ApiKey): Promise<void> {
    const organisationId = firstOrganisation;
    await manager.update(ApiKeyEntity, { organisationId, origin: 'environment', digest: Not(key.digest), revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    const known = await manager.findOneBy(ApiKeyEntity, { organisationId, digest: key.digest });
    if (known === null) await this.insert(manager, key, 'environment', permission.options);
    else if (known.revokedAt !== null) await manager.update(ApiKeyEntity, { organisationId, id: known.id }, { revokedAt: null });
  }

  private async insert(manager: EntityManager, { digest }: ApiKey, origin: ApiKeyEntity['origin'], scopes: readonly Permission[]): Promise<void> {
    const createdAt = this.clock.now();
    await manager.insert(ApiKeyEntity, { organisationId: firstOrganisation, id: uuidV7(createdAt.getTime()), name: origin === 'first' ? 'first key' : 'DOMICILE_API_KEY', origin, digest, scopes: [...scopes], createdAt, createdBy: null, expiresAt: null, revokedAt: null });
  }
}
