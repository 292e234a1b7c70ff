/** A real identity provider on loopback: any login is accepted, its groups are what follows the plus sign. */
import { Provider } from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'domicile', client_secret: 'secret-of-the-client', redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic' }],
  findAccount: (_context, id) => {
    const [name, groups = ''] = id.split('+');
    return { accountId: id, claims: () => ({ sub: id, email: `${name}@example.org`, email_verified: !name.startsWith('unverified'), name, groups: groups.split('-').filter(Boolean) }) };
  },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: true } },
  pkce: { required: () => true },
  cookies: { keys: ['key-of-the-cookies'] },
});
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
