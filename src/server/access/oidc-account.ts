import { role, type Role } from './role.js';

/** What an identity provider says of a person. */
export interface OidcAccount {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; absent where the provider has not verified it. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly roles: readonly Role[];
}

interface AccountTerms {
  readonly issuer: string;
  readonly groupsClaim: string;
  readonly roles: Readonly<Record<string, string>>;
}

export function oidcAccount(claims: Readonly<Record<string, unknown>>, { issuer, groupsClaim, roles }: AccountTerms): OidcAccount {
  const listed = claims[groupsClaim];
  const groups = Array.isArray(listed) ? listed.filter((group): group is string => typeof group === 'string') : [];
  const named = groups.filter((group) => Object.hasOwn(roles, group)).map((group) => roles[group]);
  return {
    issuer,
    subject: String(claims['sub']),
    email: typeof claims['email'] === 'string' && claims['email_verified'] === true ? claims['email'].toLowerCase() : undefined,
    name: typeof claims['name'] === 'string' ? claims['name'].slice(0, 200) : undefined,
    roles: role.options.filter((each) => named.includes(each)),
  };
}
