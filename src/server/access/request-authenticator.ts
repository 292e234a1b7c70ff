import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Authenticator } from '../platform/authorization/authenticator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { ApiKeysService } from './api-keys.service.js';
import { BrowserSession } from './browser-session.js';
import { SessionsService } from './sessions.service.js';

const longestSecret = 200;

/** A key in the Authorization header, else a session in a cookie. */
@Injectable()
export class RequestAuthenticator extends Authenticator {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly sessions: SessionsService,
    private readonly browser: BrowserSession,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Principal | undefined> {
    const { authorization } = request.headers;
    return authorization === undefined ? this.bySession(request) : this.byKey(authorization);
  }

  private async byKey(authorization: string): Promise<Principal> {
    const key = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const principal = key === undefined || key.length > longestSecret ? undefined : await this.keys.principalOf(key);
    if (principal === undefined) throw new DomainError('not-signed-in', 'the key is unknown, expired or revoked; send Authorization: Bearer <key> with one that is valid');
    return principal;
  }

  private async bySession(request: FastifyRequest): Promise<Principal | undefined> {
    const token = this.browser.tokenOf(request);
    if (token === undefined) return undefined;
    const principal = token.length > longestSecret ? undefined : await this.sessions.principalOf(token);
    if (principal === undefined) throw new DomainError('not-signed-in', 'the session has ended; sign in again');
    this.browser.refuseForgery(request, token);
    return principal;
  }
}
