/** Who is signed in, as `GET /api/v1/session` answers. */
export interface Session {
  readonly user: { readonly id: string; readonly email: string | null; readonly name: string | null; readonly roles: readonly string[] };
  readonly permissions: readonly string[];
  readonly csrfToken: string;
}

let current: Session | undefined;

export function rememberSession(session: Session): void {
  current = session;
}

export function currentSession(): Session | undefined {
  return current;
}

/** Whether the one who is signed in may do it; what may not be done is not offered. */
export function may(permission: string): boolean {
  return current?.permissions.includes(permission) ?? false;
}
