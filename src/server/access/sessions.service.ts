import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { principalOfUser } from './principal-of-user.js';
import { mintToken, organisationOfToken, tokenDigest } from './secret-token.js';
import { SessionEntity } from './session.entity.js';
import { SignInAttemptsService } from './sign-in-attempts.service.js';
import { SignInLinkEntity } from './sign-in-link.entity.js';
import { UserEntity } from './user.entity.js';
import { verifyPassword } from './password.js';

/** Longest life of a session, in seconds. */
export const sessionSeconds = 12 * 60 * 60;
const idleSeconds = 60 * 60;
const seenEverySeconds = 60;

export interface OpenedSession {
  /** The secret that goes into the cookie. */
  readonly token: string;
  readonly user: UserEntity;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly attempts: SignInAttemptsService,
  ) {}

  /** @throws DomainError `not-signed-in` where address and password do not fit, `too-many-attempts` where they failed too often */
  async signIn(organisationId: string, email: string, password: string): Promise<OpenedSession> {
    await this.attempts.take(organisationId, email);
    const user = await this.scope.run(organisationId, (manager) => manager.findOneBy(UserEntity, { organisationId, email, state: 'active' }));
    if (!(await verifyPassword(password, user?.passwordHash ?? null)) || user === null) throw new DomainError('not-signed-in', 'address and password do not fit; check both, or ask an administrator for a sign-in link');
    await this.attempts.clear(organisationId, email);
    return this.scope.run(organisationId, (manager) => this.open(manager, user, 'password'));
  }

  /** Uses up a sign-in link. @throws DomainError `not-signed-in` where it is unknown, used or expired */
  async signInByLink(token: string): Promise<OpenedSession> {
    const refused = new DomainError('not-signed-in', 'the sign-in link is unknown, used or expired; ask an administrator for another');
    const organisationId = organisationOfToken(token);
    if (organisationId === undefined) throw refused;
    const now = this.clock.now();
    return this.scope.run(organisationId, async (manager) => {
      const { affected } = await manager.update(SignInLinkEntity, { organisationId, digest: tokenDigest(token), usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now });
      if (affected !== 1) throw refused;
      const { userId } = await manager.findOneByOrFail(SignInLinkEntity, { organisationId, digest: tokenDigest(token) });
      const user = await manager.findOneBy(UserEntity, { organisationId, id: userId, state: 'active' });
      if (user === null) throw refused;
      return this.open(manager, user, 'link');
    });
  }

  /** Opens a session of a user who has proved to be that person. */
  async open(manager: EntityManager, user: UserEntity, by: 'password' | 'link' | 'oidc'): Promise<OpenedSession> {
    const { organisationId, id: userId } = user;
    const { text: token, digest } = mintToken('dms', organisationId);
    const now = this.clock.now();
    await manager.insert(SessionEntity, { organisationId, digest, userId, createdAt: now, seenAt: now });
    await this.log.append(manager, { organisationId, kind: 'user', id: userId }, 'session.open', `user/${userId}`, { by });
    return { token, user };
  }

  /** The user of a session; nobody where it is unknown, idle for an hour or half a day old. */
  async userOf(token: string): Promise<UserEntity | undefined> {
    const organisationId = organisationOfToken(token);
    if (organisationId === undefined) return undefined;
    const now = this.clock.now();
    const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
    return this.scope.run(organisationId, async (manager) => {
      const session = await manager.findOneBy(SessionEntity, { organisationId, digest: tokenDigest(token), createdAt: MoreThan(ago(sessionSeconds)), seenAt: MoreThan(ago(idleSeconds)) });
      if (session === null) return undefined;
      if (session.seenAt <= ago(seenEverySeconds)) await manager.update(SessionEntity, { organisationId, digest: session.digest }, { seenAt: now });
      return (await manager.findOneBy(UserEntity, { organisationId, id: session.userId, state: 'active' })) ?? undefined;
    });
  }

  async principalOf(token: string): Promise<Principal | undefined> {
    const user = await this.userOf(token);
    return user === undefined ? undefined : principalOfUser(user);
  }

  /** Ends a session; ending one that is not there changes nothing. */
  async close(token: string): Promise<void> {
    const organisationId = organisationOfToken(token);
    if (organisationId === undefined) return;
    await this.scope.run(organisationId, async (manager) => {
      const session = await manager.findOneBy(SessionEntity, { organisationId, digest: tokenDigest(token) });
      if (session === null) return;
      await manager.delete(SessionEntity, { organisationId, digest: session.digest });
      await this.log.append(manager, { organisationId, kind: 'user', id: session.userId }, 'session.close', `user/${session.userId}`);
    });
  }
}
