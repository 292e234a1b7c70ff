import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { LogService, type Actor } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type OidcAccount } from './oidc-account.js';
import { hashPassword, verifyPassword } from './password.js';
import { mintToken } from './secret-token.js';
import { SessionEntity } from './session.entity.js';
import { SignInAttemptsService } from './sign-in-attempts.service.js';
import { SignInLinkEntity } from './sign-in-link.entity.js';
import { theSystem } from './the-system.js';
import { type NewPassword, type NewUser, type UserChange } from './user-shapes.js';
import { UserEntity } from './user.entity.js';

const linkSeconds = 24 * 60 * 60;

type WantedUser = Pick<NewUser, 'email' | 'name' | 'roles'> & Partial<Pick<NewUser, 'units' | 'readsOwnOnly'>>;

/** A way in that works once. */
export interface MintedLink {
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly attempts: SignInAttemptsService,
  ) {}

  async list({ organisationId }: Principal): Promise<readonly UserEntity[]> {
    return this.scope.run(organisationId, (manager) => manager.find(UserEntity, { where: { organisationId }, order: { id: 'ASC' } }));
  }

  /** @throws DomainError `unknown-record` */
  async read({ organisationId }: Principal, id: string): Promise<UserEntity> {
    return this.scope.run(organisationId, (manager) => this.find(manager, organisationId, id));
  }

  /** @throws DomainError `conflict` where the address is taken */
  async add(asker: Principal, wanted: WantedUser): Promise<{ readonly user: UserEntity; readonly link: MintedLink }> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.lockPeople(manager, organisationId);
      if ((await manager.countBy(UserEntity, { organisationId, email: wanted.email })) > 0) throw new DomainError('conflict', 'someone has this address already; use another, or change that person');
      const user = await this.insert(manager, asker, wanted);
      return { user, link: await this.mintLink(manager, asker, user.id) };
    });
  }

  /** @throws DomainError `unknown-record`, or `conflict` where nobody would be left to administer */
  async change(asker: Principal, id: string, { name, roles, units, readsOwnOnly, state }: UserChange): Promise<UserEntity> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      await this.lockPeople(manager, organisationId);
      const user = await this.find(manager, organisationId, id);
      const changed = { ...(name === undefined ? {} : { name }), ...(roles === undefined ? {} : { roles: [...new Set(roles)] }), ...(units === undefined ? {} : { units }), ...(readsOwnOnly === undefined ? {} : { readsOwnOnly }), ...(state === undefined ? {} : { state }) };
      await manager.update(UserEntity, { organisationId, id }, changed);
      await this.refuseLockOut(manager, organisationId);
      if (state === 'disabled') await manager.delete(SessionEntity, { organisationId, userId: id });
      await this.log.append(manager, asker, 'user.change', `user/${id}`, { fields: Object.keys(changed).sort(), ...(roles === undefined ? {} : { roles: changed.roles }), ...(units === undefined ? {} : { units }), ...(readsOwnOnly === undefined ? {} : { readsOwnOnly }), ...(state === undefined ? {} : { state }) });
      return { ...user, ...changed };
    });
  }

  /** Removes everything that tells who a person is; the id stays, so that the log keeps its meaning. @throws DomainError as `change` does */
  async erase(asker: Principal, id: string): Promise<void> {
    const { organisationId } = asker;
    await this.scope.run(organisationId, async (manager) => {
      await this.lockPeople(manager, organisationId);
      const { email } = await this.find(manager, organisationId, id);
      await manager.update(UserEntity, { organisationId, id }, { email: null, name: null, passwordHash: null, issuer: null, issuerSubject: null, roles: [], units: [], state: 'erased' });
      await this.refuseLockOut(manager, organisationId);
      await manager.delete(SessionEntity, { organisationId, userId: id });
      await manager.delete(SignInLinkEntity, { organisationId, userId: id });
      if (email !== null) await this.attempts.forget(manager, organisationId, email);
      await this.log.append(manager, asker, 'user.erase', `user/${id}`);
    });
  }

  /** @throws DomainError `unknown-record` */
  async makeLink(asker: Principal, id: string): Promise<MintedLink> {
    return this.scope.run(asker.organisationId, async (manager) => {
      await this.find(manager, asker.organisationId, id);
      return this.mintLink(manager, asker, id);
    });
  }

  /** Sets one's own password; every session but the one that asks ends. @throws DomainError `not-allowed` where the current one does not fit */
  async setPassword(asker: Principal, { current, next }: NewPassword, keep: Buffer): Promise<void> {
    const { organisationId, id } = asker;
    const user = await this.read(asker, id);
    if (user.passwordHash !== null && !(await verifyPassword(current ?? '', user.passwordHash))) throw new DomainError('not-allowed', 'the current password does not fit; write the one you sign in with');
    const passwordHash = await hashPassword(next);
    await this.scope.run(organisationId, async (manager) => {
      await manager.update(UserEntity, { organisationId, id }, { passwordHash });
      await manager.query('DELETE FROM sessions WHERE organisation_id = $1 AND user_id = $2 AND digest <> $3', [organisationId, id, keep]);
      await this.log.append(manager, asker, 'user.set-password', `user/${id}`);
    });
  }

  /** Makes the first administrator where nobody is registered. @returns a link to sign in as that person, told this once; another one where nobody signed in before it expired */
  async ensureAdministrator(): Promise<MintedLink | undefined> {
    const organisationId = firstOrganisation;
    const system = theSystem(organisationId);
    return this.scope.run(organisationId, async (manager) => {
      await this.lockPeople(manager, organisationId);
      const [first, ...others] = await manager.find(UserEntity, { where: { organisationId }, take: 2 });
      if (first !== undefined) return others.length > 0 || (await this.hasWayIn(manager, first)) ? undefined : this.mintLink(manager, system, first.id);
      const user = await this.insert(manager, system, { email: 'administrator@localhost', name: 'Administrator', roles: ['administrator'] });
      return this.mintLink(manager, system, user.id);
    });
  }

  /**
   * The person an identity provider speaks of: known by its id there, else by a verified address, else added where the groups give a role.
   * A verified address is trusted to be that person's, since the administrator trusts the provider.
   *
   * @param rolesFollow whether the roles are those of the groups from now on
   */
  async recognise(manager: EntityManager, account: OidcAccount, rolesFollow: boolean): Promise<UserEntity | undefined> {
    const organisationId = firstOrganisation;
    const { issuer, subject: issuerSubject, email } = account;
    await this.lockPeople(manager, organisationId);
    const known = await manager.findOneBy(UserEntity, { organisationId, issuer, issuerSubject });
    const user = known ?? (email === undefined ? null : await manager.findOneBy(UserEntity, { organisationId, email, issuer: IsNull() }));
    if (user === null) return account.roles.length === 0 || email === undefined ? undefined : this.addFromProvider(manager, account, email);
    if (user.state !== 'active') return undefined;
    const roles = rolesFollow ? [...account.roles] : user.roles;
    if (known === null || roles.join() !== user.roles.join()) {
      await manager.update(UserEntity, { organisationId, id: user.id }, { issuer, issuerSubject, roles });
      await this.log.append(manager, theSystem(organisationId), 'user.change', `user/${user.id}`, { fields: ['issuer', 'roles'], roles });
    }
    return { ...user, issuer, issuerSubject, roles };
  }

  private async addFromProvider(manager: EntityManager, { issuer, subject: issuerSubject, name, roles }: OidcAccount, email: string): Promise<UserEntity | undefined> {
    const organisationId = firstOrganisation;
    if ((await manager.countBy(UserEntity, { organisationId, email })) > 0) return undefined;
    const user = await this.insert(manager, theSystem(organisationId), { email, name: name ?? email, roles: [...roles] });
    await manager.update(UserEntity, { organisationId, id: user.id }, { issuer, issuerSubject });
    return { ...user, issuer, issuerSubject };
  }

  private async hasWayIn(manager: EntityManager, { organisationId, id, passwordHash, issuerSubject }: UserEntity): Promise<boolean> {
    if (passwordHash !== null || issuerSubject !== null) return true;
    const links: unknown[] = await manager.query('SELECT 1 FROM sign_in_links WHERE organisation_id = $1 AND user_id = $2 AND (used_at IS NOT NULL OR expires_at > $3) LIMIT 1', [organisationId, id, this.clock.now()]);
    return links.length > 0;
  }

  private async insert(manager: EntityManager, maker: Actor, { email, name, roles, units = [], readsOwnOnly = false }: WantedUser): Promise<UserEntity> {
    const { organisationId } = maker;
    const createdAt = this.clock.now();
    const user = manager.create(UserEntity, { organisationId, id: uuidV7(createdAt.getTime()), email, name, roles: [...new Set(roles)], units: [...units], readsOwnOnly, state: 'active', passwordHash: null, issuer: null, issuerSubject: null, createdAt });
    await manager.insert(UserEntity, user);
    await this.log.append(manager, maker, 'user.create', `user/${user.id}`, { roles: user.roles, ...(units.length === 0 ? {} : { units }), ...(readsOwnOnly ? { readsOwnOnly } : {}) });
    return user;
  }

  private async mintLink(manager: EntityManager, maker: Actor, userId: string): Promise<MintedLink> {
    const { organisationId } = maker;
    const { text, digest } = mintToken('dml', organisationId);
    const expiresAt = new Date(this.clock.now().getTime() + linkSeconds * 1000);
    await manager.insert(SignInLinkEntity, { organisationId, digest, userId, expiresAt, usedAt: null });
    await this.log.append(manager, maker, 'user.make-link', `user/${userId}`, { expiresAt: expiresAt.toISOString() });
    return { token: text, expiresAt };
  }

  private async find(manager: EntityManager, organisationId: string, id: string): Promise<UserEntity> {
    const user = await manager.findOneBy(UserEntity, { organisationId, id });
    if (user === null || user.state === 'erased') throw new DomainError('unknown-record', `there is no user ${id}; list the users to find the id`);
    return user;
  }

  /** Changes of people wait for one another, so that two at once cannot remove the last two administrators. */
  private async lockPeople(manager: EntityManager, organisationId: string): Promise<void> {
    await manager.query('SELECT 1 FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
  }

  private async refuseLockOut(manager: EntityManager, organisationId: string): Promise<void> {
    const left: unknown[] = await manager.query("SELECT 1 FROM users WHERE organisation_id = $1 AND state = 'active' AND 'administrator' = ANY (roles) LIMIT 1", [organisationId]);
    if (left.length === 0) throw new DomainError('conflict', 'no active administrator would be left; make another one first');
  }
}
