import { createHash } from 'node:crypto';

export interface SessionCookie {
  readonly name: string;
  readonly secure: boolean;
}

/** Over TLS the cookie is bound to this host and path by its prefix; over plain HTTP browsers would refuse that. */
export function sessionCookie(publicUrl: string | undefined, name = 'domicile'): SessionCookie {
  const secure = publicUrl?.startsWith('https:') === true;
  return { name: secure ? `__Host-${name}` : name, secure };
}

/** @param seconds after which the browser forgets it; 0 removes it now */
export function setCookie({ name, secure }: SessionCookie, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

/** The value of the first cookie of this name in a Cookie header. */
export function readCookie(header: string | undefined, { name }: SessionCookie): string | undefined {
  return header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** What a page must send in X-CSRF-Token: it follows from the session, which no other site can read. */
export function csrfToken(session: string): string {
  return createHash('sha256').update(`csrf ${session}`).digest('base64url');
}
