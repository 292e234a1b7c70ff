import { type Permission, type Schemas } from './shapes.js';

/** Who is signed in, as `GET /api/v1/session` answers. */
export type Session = Schemas['Session'];

let current: Session | undefined;

export function rememberSession(session: Session): void {
  current = session;
}

export function currentSession(): Session | undefined {
  return current;
}

/** Whether the one who is signed in may do it; what may not be done is not offered. */
export function may(permission: Permission): boolean {
  return current?.permissions.includes(permission) ?? false;
}
