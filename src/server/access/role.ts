import { z } from 'zod';
import { permission, type Permission } from '../platform/authorization/permission.js';

export const role = z.enum(['administrator', 'compliance-officer', 'model-owner', 'approver', 'auditor', 'ci']);

export type Role = z.output<typeof role>;

const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: permission.options,
  'compliance-officer': ['audit:create', 'audit:read', 'finding:read', 'finding:work', 'job:cancel', 'job:create', 'job:read', 'log:read', 'register:audit', 'register:read', 'register:write'],
  'model-owner': ['audit:create', 'audit:read', 'finding:read', 'finding:work', 'job:create', 'job:read', 'register:audit', 'register:read'],
  approver: ['audit:read', 'finding:read', 'job:create', 'job:read', 'register:read'],
  auditor: ['audit:read', 'finding:read', 'job:create', 'job:read', 'log:read', 'register:read'],
  ci: ['audit:create', 'audit:read', 'job:create', 'job:read'],
};

/** Everything that any of the roles allows, in the order of the list of permissions. */
export function permissionsOfRoles(roles: readonly Role[]): readonly Permission[] {
  return permission.options.filter((each) => roles.some((name) => permissionsOf[name].includes(each)));
}
