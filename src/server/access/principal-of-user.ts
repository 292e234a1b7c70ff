import { type Confinement } from '../platform/authorization/confinement.js';
import { type Principal } from '../platform/authorization/principal.js';
import { permissionsOfRoles, type Role } from './role.js';
import { type UserEntity } from './user.entity.js';
import { withoutTheWhole } from './without-the-whole.js';

const changesAll: readonly Role[] = ['administrator', 'compliance-officer'];
const readsAll: readonly Role[] = [...changesAll, 'auditor'];

/** What a person may do by the roles and units of now. */
export function principalOfUser({ organisationId, id, roles, units, readsOwnOnly }: Pick<UserEntity, 'organisationId' | 'id' | 'roles' | 'units' | 'readsOwnOnly'>): Principal {
  const permissions = permissionsOfRoles(roles);
  if (roles.some((role) => changesAll.includes(role))) return { organisationId, kind: 'user', id, permissions };
  const confined: Confinement = { units, reading: readsOwnOnly && !roles.some((role) => readsAll.includes(role)) };
  return { organisationId, kind: 'user', id, permissions: withoutTheWhole(permissions, confined), confined };
}
