import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { PublicAddress } from '../platform/http/public-address.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { ApiKeysService } from './api-keys.service.js';
import { ciClaims, type CiClaims } from './ci-claims.js';
import { type CiAccess, type CiExchange, type CiTrustView, type NewCiTrust } from './ci-shapes.js';
import { CiTrustEntity } from './ci-trust.entity.js';
import { fitsPattern } from './fits-pattern.js';
import { IssuerFault, IssuerKeys } from './issuer-keys.js';

const oldestToken = 10 * 60;
const keySeconds = 15 * 60;
/** How far an issuer's clock may be off, in seconds. */
const tolerance = 30;
const mostTrusts = 1000;

/** Gives jobs in CI a key of minutes for the ID token that GitHub or GitLab made for them, where an administrator trusts their repository. */
@Injectable()
export class CiAccessService {
  private readonly keysOfIssuers: IssuerKeys;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
    private readonly keys: ApiKeysService,
    private readonly address: PublicAddress,
  ) {
    this.keysOfIssuers = new IssuerKeys(() => this.clock.now().getTime());
  }

  async list({ organisationId }: Principal): Promise<readonly CiTrustView[]> {
    const trusts = await this.scope.run(organisationId, (manager) => manager.find(CiTrustEntity, { where: { organisationId }, order: { id: 'ASC' } }));
    return trusts.map(viewOf);
  }

  /** @throws DomainError `not-allowed` where a scope goes beyond the maker's own, or the maker works for some units only */
  async add(maker: Principal, wanted: NewCiTrust): Promise<CiTrustView> {
    const { organisationId } = maker;
    const beyond = wanted.scopes.filter((scope) => !maker.permissions.includes(scope));
    if (beyond.length > 0) throw new DomainError('not-allowed', `the scope ${beyond.join(', ')} goes beyond your own; leave it out`);
    if (maker.confined !== undefined) throw new DomainError('not-allowed', 'jobs in CI work for every unit, and you for some only; ask an administrator');
    const createdAt = this.clock.now();
    const trust = { ...wanted, scopes: [...wanted.scopes], organisationId, id: uuidV7(createdAt.getTime()), createdAt, createdBy: maker.id };
    return this.scope.run(organisationId, async (manager) => {
      if ((await manager.countBy(CiTrustEntity, { organisationId })) >= mostTrusts) throw new DomainError('conflict', `there are ${mostTrusts} rules of trust already; remove one first`);
      await manager.insert(CiTrustEntity, trust);
      const { name: _kept, ...told } = wanted;
      await this.log.append(manager, maker, 'ci-trust.create', `ci-trust/${trust.id}`, told);
      return viewOf(trust);
    });
  }

  /** Ends a rule and the keys that it gave. @throws DomainError `unknown-record` */
  async remove(asker: Principal, id: string): Promise<void> {
    const { organisationId } = asker;
    await this.scope.run(organisationId, async (manager) => {
      const { affected } = await manager.delete(CiTrustEntity, { organisationId, id });
      if (affected !== 1) throw new DomainError('unknown-record', `there is no rule of trust ${id}; list them to find its id`);
      await this.keys.endThoseOfTrust(manager, organisationId, id);
      await this.log.append(manager, asker, 'ci-trust.remove', `ci-trust/${id}`);
    });
  }

  /** @throws DomainError `not-signed-in` where the token is wrong, too old, for another server or was taken before, `not-allowed` where no rule trusts the job, `unavailable` where the issuer does not answer */
  async exchange({ token, organisation: organisationId = firstOrganisation }: CiExchange): Promise<CiAccess> {
    const issuer = issuerOf(token);
    const trusted = await this.scope.run(organisationId, (manager) => manager.existsBy(CiTrustEntity, { organisationId, issuer }));
    if (!trusted) throw new DomainError('not-allowed', 'no rule trusts the issuer of this token; ask an administrator to trust the repository');
    const payload = await this.verified(token, issuer);
    const claims = ciClaims(payload);
    if (claims === undefined) throw new DomainError('not-signed-in', 'the token lacks a claim that tells which job it is of; send an ID token that GitHub Actions or GitLab CI made');
    return this.scope.run(organisationId, async (manager) => {
      const trust = (await manager.find(CiTrustEntity, { where: { organisationId, issuer, repository: claims.repository }, order: { id: 'ASC' } })).find(({ workflow, ref }) => fitsPattern(workflow, claims.workflow) && fitsPattern(ref, claims.ref));
      if (trust === undefined) throw new DomainError('not-allowed', `no rule trusts ${claims.workflow} on ${claims.ref} of repository ${claims.repository}; ask an administrator to trust it`);
      await this.takeOnce(manager, organisationId, issuer, claims);
      const expiresAt = new Date(this.clock.now().getTime() + keySeconds * 1000);
      const key = await this.keys.giveToCi(manager, trust, expiresAt);
      return { key, expiresAt: expiresAt.toISOString(), scopes: [...trust.scopes] };
    });
  }

  private async verified(token: string, issuer: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, (header, input) => this.keysOfIssuers.keyOf(issuer, header, input), {
        issuer,
        audience: this.address.origin,
        algorithms: ['RS256', 'ES256'],
        maxTokenAge: oldestToken,
        clockTolerance: tolerance,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      return payload;
    } catch (error) {
      if (error instanceof IssuerFault) throw new DomainError('unavailable', `the issuer of the token does not give its keys: ${error.message}; try again in a moment`, { cause: error, retryAfter: 5 });
      if (error instanceof errors.JOSEError) throw new DomainError('not-signed-in', `the token is not accepted: ${reasonOf(error, this.address.origin)}`, { cause: error });
      throw error;
    }
  }

  private async takeOnce(manager: EntityManager, organisationId: string, issuer: string, { jti }: CiClaims): Promise<void> {
    const now = this.clock.now();
    await manager.query('DELETE FROM ci_tokens_taken WHERE organisation_id = $1 AND expires_at <= $2', [organisationId, now]);
    const digest = createHash('sha256').update(`${issuer}\n${jti}`).digest();
    // Kept for longer than any token with this id is accepted.
    const expiresAt = new Date(now.getTime() + (oldestToken + 2 * tolerance) * 1000);
    const taken: unknown[] = await manager.query('INSERT INTO ci_tokens_taken (organisation_id, digest, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1', [organisationId, digest, expiresAt]);
    if (taken.length === 0) throw new DomainError('not-signed-in', 'the token was taken before, and counts once; let the job ask for another');
  }
}

function issuerOf(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string') return iss;
  } catch {
    // Told below, as one that names nobody.
  }
  throw new DomainError('not-signed-in', 'the token is no JSON web token that names its issuer; send the ID token of the job');
}

function reasonOf(error: errors.JOSEError, address: string): string {
  if (error instanceof errors.JWTExpired) return 'it has expired or is older than ten minutes; let the job ask for another';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') return `it was made for another audience; let the job ask for one with the audience ${address}`;
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is missing or wrong; let the job ask for another`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is not signed with RS256 or ES256; send the ID token as the issuer made it';
  return 'its signature is not one of the issuer; send the ID token as the issuer made it';
}

function viewOf({ id, name, issuer, repository, workflow, ref, scopes, createdAt }: CiTrustEntity): CiTrustView {
  return { id, name, issuer, repository, workflow, ref, scopes, createdAt: createdAt.toISOString() };
}
