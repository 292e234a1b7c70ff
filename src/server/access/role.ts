import { z } from 'zod';
import { permission, type Permission } from '../platform/authorization/permission.js';

/** Those from approver on down to security officer differ in which waivers they approve: the pack names them. */
export const role = z.enum(['administrator', 'compliance-officer', 'model-owner', 'approver', 'data-protection-officer', 'legal', 'risk-officer', 'security-officer', 'auditor', 'ci']);

export type Role = z.output<typeof role>;

const readsAll: readonly Permission[] = ['audit:read', 'clearance:read', 'decision:read', 'evidence:read', 'finding:read', 'job:create', 'job:read', 'notification:read', 'policy:read', 'register:read', 'schedule:read', 'waiver:read'];
const approves: readonly Permission[] = [...readsAll, 'clearance:grant', 'decision:approve', 'policy:approve', 'waiver:approve'];
const works: readonly Permission[] = [...readsAll, 'audit:create', 'decision:draft', 'evidence:add', 'finding:work', 'register:audit', 'waiver:request'];

const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: permission.options,
  'compliance-officer': [...works, 'clearance:grant', 'decision:approve', 'delivery:manage', 'job:cancel', 'log:read', 'policy:approve', 'policy:write', 'pull:read', 'pull:run', 'register:write', 'schedule:manage', 'waiver:approve'],
  'model-owner': [...works, 'register:write'],
  approver: approves,
  'data-protection-officer': approves,
  legal: approves,
  'risk-officer': approves,
  'security-officer': approves,
  auditor: [...readsAll, 'log:read', 'pull:read'],
  ci: ['audit:create', 'audit:read', 'clearance:read', 'job:create', 'job:read', 'policy:read'],
};

/** Everything that any of the roles allows, in the order of the list of permissions. */
export function permissionsOfRoles(roles: readonly Role[]): readonly Permission[] {
  return permission.options.filter((each) => roles.some((name) => permissionsOf[name].includes(each)));
}
