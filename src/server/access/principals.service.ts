import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { principalOfKey } from './principal-of-key.js';
import { principalOfUser } from './principal-of-user.js';
import { UserEntity } from './user.entity.js';

/** Who is behind an id, for work that outlives the request that asked for it. */
@Injectable()
export class PrincipalsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** With the permissions of now; nobody where the key has ended or the person may not sign in any more. */
  find({ organisationId, kind, id }: Pick<Principal, 'organisationId' | 'kind' | 'id'>): Promise<Principal | undefined> {
    if (kind === 'system') return Promise.resolve(systemPrincipal(organisationId, id));
    return this.scope.run(organisationId, async (manager) => {
      if (kind === 'user') {
        const user = await manager.findOneBy(UserEntity, { organisationId, id, state: 'active' });
        return user === null ? undefined : principalOfUser(user);
      }
      const key = await manager.findOneBy(ApiKeyEntity, { organisationId, id, revokedAt: IsNull() });
      return key === null || (key.expiresAt !== null && key.expiresAt <= this.clock.now()) ? undefined : principalOfKey(key);
    });
  }
}
