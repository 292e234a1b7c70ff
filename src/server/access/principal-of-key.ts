import { type Principal } from '../platform/authorization/principal.js';
import { type ApiKeyEntity } from './api-key.entity.js';
import { withoutTheWhole } from './without-the-whole.js';

/** What a key may do. */
export function principalOfKey({ organisationId, id, scopes: permissions, units, readsOwnOnly: reading }: Pick<ApiKeyEntity, 'organisationId' | 'id' | 'scopes' | 'units' | 'readsOwnOnly'>): Principal {
  if (units === null) return { organisationId, kind: 'api-key', id, permissions };
  const confined = { units, reading };
  return { organisationId, kind: 'api-key', id, permissions: withoutTheWhole(permissions, confined), confined };
}
