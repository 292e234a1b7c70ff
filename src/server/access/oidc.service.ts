import { Injectable } from '@nestjs/common';
import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, randomNonce, randomPKCECodeVerifier, randomState, type Configuration } from 'openid-client';
import { Clock } from '../platform/clock/clock.js';
import { type OidcSettings } from '../platform/config/server-config.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { PublicAddress } from '../platform/http/public-address.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { oidcAccount, type OidcAccount } from './oidc-account.js';
import { mintToken, tokenDigest } from './secret-token.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import { SignInChallengeEntity } from './sign-in-challenge.entity.js';
import { UsersService } from './users.service.js';

/** Time to sign in at the provider, in seconds. */
export const challengeSeconds = 10 * 60;

export class OidcOptions {
  constructor(readonly settings: OidcSettings | undefined) {}
}

export interface BegunSignIn {
  /** The secret that ties the answer to this browser. */
  readonly token: string;
  readonly url: string;
}

/** Sign-in at an identity provider: authorisation code with PKCE, state and nonce. */
@Injectable()
export class OidcService {
  private discovered: Promise<Configuration> | undefined;

  constructor(
    private readonly options: OidcOptions,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly address: PublicAddress,
  ) {}

  /** @throws DomainError `unknown-route` where no provider is set up, `unavailable` where it does not answer */
  async begin(): Promise<BegunSignIn> {
    const provider = await this.provider();
    const [codeVerifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()];
    const { text: token, digest } = mintToken('dmo', firstOrganisation);
    const now = this.clock.now();
    await this.scope.run(firstOrganisation, async (manager) => {
      await manager.query('DELETE FROM sign_in_challenges WHERE organisation_id = $1 AND expires_at <= $2', [firstOrganisation, now]);
      await manager.insert(SignInChallengeEntity, { organisationId: firstOrganisation, digest, state, nonce, codeVerifier, expiresAt: new Date(now.getTime() + challengeSeconds * 1000) });
    });
    const url = buildAuthorizationUrl(provider, { redirect_uri: this.callback, scope: 'openid email profile', code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256', state, nonce });
    return { token, url: url.href };
  }

  /**
   * Takes the provider's answer, once.
   *
   * @param query of the address that the provider sent the browser to
   * @throws DomainError `not-signed-in` where the answer does not belong to a sign-in of this browser or is refused, `not-allowed` where the person has no role here
   */
  async finish(query: string, token: string | undefined): Promise<OpenedSession> {
    const provider = await this.provider();
    const challenge = token === undefined ? undefined : await this.takeChallenge(token);
    if (challenge === undefined) throw new DomainError('not-signed-in', 'this sign-in was not begun in this browser, or took too long; begin again at /api/v1/session/oidc');
    const claims = await authorizationCodeGrant(provider, new URL(`${this.callback}${query}`), { pkceCodeVerifier: challenge.codeVerifier, expectedState: challenge.state, expectedNonce: challenge.nonce, idTokenExpected: true })
      .then((tokens) => tokens.claims())
      .catch((error: unknown) => {
        throw new DomainError('not-signed-in', 'the identity provider did not confirm the sign-in; begin again at /api/v1/session/oidc', { cause: error });
      });
    return this.enter(oidcAccount(claims ?? {}, this.settings));
  }

  private async enter(account: OidcAccount): Promise<OpenedSession> {
    const rolesFollow = Object.keys(this.settings.roles).length > 0;
    const outcome = await this.scope.run(firstOrganisation, async (manager) => {
      const user = await this.users.recognise(manager, account, rolesFollow);
      return user === undefined || user.roles.length === 0 ? undefined : this.sessions.open(manager, user, 'oidc');
    });
    if (outcome === undefined) throw new DomainError('not-allowed', 'this account has no role here; ask an administrator for one');
    return outcome;
  }

  private async takeChallenge(token: string): Promise<SignInChallengeEntity | undefined> {
    const key = { organisationId: firstOrganisation, digest: tokenDigest(token) };
    return this.scope.run(firstOrganisation, async (manager) => {
      const challenge = await manager.findOneBy(SignInChallengeEntity, key);
      const { affected } = await manager.delete(SignInChallengeEntity, key);
      return challenge === null || affected !== 1 || challenge.expiresAt <= this.clock.now() ? undefined : challenge;
    });
  }

  private get settings(): OidcSettings {
    const { settings } = this.options;
    if (settings === undefined) throw new DomainError('unknown-route', 'single sign-on is not set up; set DOMICILE_OIDC_ISSUER');
    return settings;
  }

  private get callback(): string {
    return `${this.address.origin}/api/v1/session/oidc/callback`;
  }

  /** Discovered once; a provider that did not answer is asked again next time. */
  private async provider(): Promise<Configuration> {
    const { issuer, client, secret } = this.settings;
    const url = new URL(issuer);
    this.discovered ??= discovery(url, client, secret, undefined, { timeout: 10, ...(url.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}) });
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      throw new DomainError('unavailable', 'the identity provider does not answer; try again in a moment, or sign in with a password', { cause: error, retryAfter: 5 });
    }
  }
}
