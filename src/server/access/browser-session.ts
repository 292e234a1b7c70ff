import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PublicAddress } from '../platform/http/public-address.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { csrfToken, readCookie, sessionCookie, setCookie } from './session-cookie.js';
import { sessionSeconds } from './sessions.service.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The session as a browser carries it: a cookie that scripts cannot read, and proof that a change was asked for by our own page. */
@Injectable()
export class BrowserSession {
  constructor(private readonly address: PublicAddress) {}

  tokenOf({ headers }: FastifyRequest): string | undefined {
    return readCookie(headers.cookie, sessionCookie(this.address.configured));
  }

  give(reply: FastifyReply, token: string): void {
    reply.header('set-cookie', setCookie(sessionCookie(this.address.configured), token, sessionSeconds)).header('cache-control', 'no-store');
  }

  take(reply: FastifyReply): void {
    reply.header('set-cookie', setCookie(sessionCookie(this.address.configured), '', 0));
  }

  /** The secret of a sign-in that is under way at an identity provider. */
  challengeOf({ headers }: FastifyRequest): string | undefined {
    return readCookie(headers.cookie, sessionCookie(this.address.configured, 'domicile-sign-in'));
  }

  giveChallenge(reply: FastifyReply, token: string, seconds: number): void {
    reply.header('set-cookie', setCookie(sessionCookie(this.address.configured, 'domicile-sign-in'), token, seconds)).header('cache-control', 'no-store');
  }

  /** @throws DomainError `not-allowed` where a browser says that another site asks */
  refuseOtherSites({ headers }: FastifyRequest): void {
    const { origin, host } = headers;
    const site = headers['sec-fetch-site'];
    const own = origin === undefined || origin === this.address.origin || (this.address.configured === undefined && origin === `http://${host ?? ''}`);
    if (!own || site === 'cross-site') throw new DomainError('not-allowed', 'the request comes from another site; use the pages of this server, or set DOMICILE_URL to the address they are reached at');
  }

  /** @throws DomainError `not-allowed` where a request that changes something does not prove that our own page asked for it */
  refuseForgery(request: FastifyRequest, token: string): void {
    if (safeMethods.has(request.method)) return;
    this.refuseOtherSites(request);
    const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
    const expected = Buffer.from(csrfToken(token));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new DomainError('not-allowed', 'the CSRF token is missing or wrong; send csrfToken of GET /api/v1/session as X-CSRF-Token');
  }
}
