import { type Actor } from '../log/log.service.js';

/** The server itself, where it acts without being asked. */
export function theSystem(organisationId: string): Actor {
  return { organisationId, kind: 'system', id: 'system' };
}
