import { oidcAccount } from './oidc-account.js';

const terms = { issuer: 'https://id.example.org', groupsClaim: 'groups', roles: { 'ai-office': 'compliance-officer', audit: 'auditor', both: 'auditor', gone: 'emperor' } };

describe('oidcAccount', () => {
  it('takes a verified address and the roles of the groups', () => {
    expect(oidcAccount({ sub: 'a', email: 'A@Example.org', email_verified: true, name: 'Ana', groups: ['audit', 'ai-office', 'both', 'canteen'] }, terms)).toEqual({ issuer: terms.issuer, subject: 'a', email: 'a@example.org', name: 'Ana', roles: ['compliance-officer', 'auditor'] });
  });

  it.each([undefined, false, 'true'])('takes no address that is verified as %j', (verified) => {
    expect(oidcAccount({ sub: 'a', email: 'a@example.org', email_verified: verified }, terms).email).toBeUndefined();
  });

  it.each([undefined, 'audit', [1, null, 'constructor', '__proto__', 'gone']])('gives no role for the groups %j', (groups) => {
    expect(oidcAccount({ sub: 'a', groups }, terms).roles).toEqual([]);
  });
});
