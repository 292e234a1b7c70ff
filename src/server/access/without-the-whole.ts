import { type Confinement } from '../platform/authorization/confinement.js';
import { type Permission } from '../platform/authorization/permission.js';

/** What shows or governs the organisation as a whole and cannot be split by unit. */
const ofTheWhole: readonly Permission[] = ['audit:read', 'clearance:grant', 'delivery:manage', 'key:manage', 'log:read', 'notification:read', 'pull:read', 'pull:run', 'register:audit', 'retention:manage', 'schedule:manage', 'schedule:read', 'user:manage'];

/** Permissions as they are left to someone who reads the records of some units only. */
export function withoutTheWhole(permissions: readonly Permission[], { reading }: Confinement): readonly Permission[] {
  return reading ? permissions.filter((permission) => !ofTheWhole.includes(permission)) : permissions;
}
