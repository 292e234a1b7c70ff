import { type Principal } from './principal.js';

/** The system itself, doing the work of a schedule, of notifications or of retention: what it may hangs on nobody's role or key. */
export function systemPrincipal(organisationId: string, id: string): Principal {
  return { organisationId, kind: 'system', id, permissions: ['audit:read', 'register:audit', 'retention:manage'] };
}
