import { generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import request from 'supertest';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { signInAs, type Browser } from './browser.js';
import { Issuer } from './ci-issuer.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const ours = 'https://domicile.example.org';
const now = Date.parse('2026-11-23T12:00:00Z') / 1000;

describe('a job in CI', () => {
  let test: TestApp;
  let admin: Browser;
  let issuer: Issuer;
  let key: CryptoKey;
  let count = 0;
  beforeEach(async () => {
    test = await startTestApp({ address: new PublicAddress(ours) });
    issuer = await new Issuer().start();
    key = await issuer.addKey('one', 'RS256');
    admin = await signInAs(test, 'admin@example.org', ['administrator']);
    await trust({}).expect(201);
  });
  afterEach(async () => {
    issuer.stop();
    await test.close();
  });

  const trust = (more: object): request.Test => admin.call('post', '/api/v1/ci-trusts').send({ name: 'models', issuer: issuer.address, repository: '42', workflow: 'acme/models/.github/workflows/*@refs/heads/main', ref: 'refs/heads/main', scopes: ['audit:create', 'audit:read'], ...more });
  const gitHub = (): Record<string, unknown> => ({ repository_id: '42', repository: 'acme/models', ref: 'refs/heads/main', job_workflow_ref: 'acme/models/.github/workflows/domicile.yml@refs/heads/main', jti: `token-${++count}`, iss: issuer.address, aud: ours, iat: now, exp: now + 300, sub: 'repo:acme/models' });
  const sign = (claims: Record<string, unknown>, { alg = 'RS256', kid = 'one', by = key }: { alg?: string; kid?: string; by?: CryptoKey | Uint8Array } = {}): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(by);
  const exchange = (token: string): request.Test => request(test.server).post('/api/v1/auth/ci/exchange').send({ token });

  it('gets a key of fifteen minutes that may do what the rule says, and is logged without a name', async () => {
    const { body } = await exchange(await sign(gitHub())).expect(200);
    expect(body).toMatchObject({ expiresAt: '2026-11-23T12:15:00.000Z', scopes: ['audit:create', 'audit:read'] });
    const bearer = `Bearer ${(body as { key: string }).key}`;
    const get = (path: string): request.Test => request(test.server).get(path).set('authorization', bearer);
    await get('/api/v1/audits').expect(200);
    await get('/api/v1/register/records').expect(403);
    await request(test.server).post('/api/v1/checks').set('authorization', bearer).send({ files: [{ path: 'domicile.yaml', content: 'domicile: 1\n' }] }).expect(201);
    const { entries } = (await admin.call('get', '/api/v1/log?limit=1000').expect(200)).body as { entries: readonly { action: string; details: string }[] };
    expect(entries.find(({ action, details }) => action === 'key.create' && details.includes('"origin":"ci"'))?.details).not.toContain('acme/models');
    expect((await admin.call('get', '/api/v1/keys').expect(200)).body).toMatchObject({ total: 1 });
    test.clock.set('2026-11-23T12:15:00Z');
    await get('/api/v1/audits').expect(401);
  });

  it('of GitLab is known by its project, and keys may be of ES256', async () => {
    const by = await issuer.addKey('two', 'ES256');
    await trust({ repository: '7', workflow: '*', ref: 'release-*', scopes: ['audit:create'] }).expect(201);
    const claims = (ref: string): Record<string, unknown> => ({ project_id: 7, project_path: 'acme/models', ref, ci_config_ref_uri: 'gitlab.example.org/acme/models//.gitlab-ci.yml@refs/heads/main', jti: `token-${++count}`, iss: issuer.address, aud: ours, iat: now, exp: now + 300 });
    expect((await exchange(await sign(claims('release-1'), { alg: 'ES256', kid: 'two', by })).expect(200)).body).toMatchObject({ scopes: ['audit:create'] });
    await exchange(await sign(claims('main'), { alg: 'ES256', kid: 'two', by })).expect(403);
  });

  it('is refused with a token for another server, of another issuer, expired, old, from ahead of time, or without a claim', async () => {
    const refused = async (change: Record<string, unknown>, status: number, detail: RegExp): Promise<void> => {
      const claims = Object.fromEntries(Object.entries({ ...gitHub(), ...change }).filter(([, value]) => value !== undefined));
      const { body } = await exchange(await sign(claims));
      expect([change, body]).toEqual([change, expect.objectContaining({ status, detail: expect.stringMatching(detail) })]);
    };
    await refused({ aud: 'https://github.com/acme' }, 401, /another audience.*https:\/\/domicile\.example\.org/);
    await refused({ aud: undefined }, 401, /audience/);
    await refused({ iss: 'https://token.actions.githubusercontent.com' }, 403, /no rule trusts the issuer/);
    await refused({ iss: `${issuer.address}/` }, 403, /no rule trusts the issuer/);
    await refused({ iat: now - 3600, exp: now - 3000 }, 401, /expired/);
    await refused({ iat: now - 3600, exp: now + 3600 }, 401, /older than ten minutes/);
    await refused({ iat: now + 3600, exp: now + 7200 }, 401, /iat/);
    await refused({ exp: undefined }, 401, /exp/);
    for (const claim of ['jti', 'repository_id', 'ref', 'job_workflow_ref', 'repository']) await refused({ [claim]: undefined }, 401, /jti|lacks a claim/);
    await exchange('no token').expect(401);
    await exchange('x'.repeat(30_000)).expect(400);
  });

  it('is refused where no rule trusts its repository, branch or workflow', async () => {
    for (const change of [{ repository_id: '43' }, { ref: 'refs/heads/mine' }, { ref: 'refs/heads/main2' }, { job_workflow_ref: 'evil/models/.github/workflows/domicile.yml@refs/heads/main' }, { job_workflow_ref: 'acme/models/.github/workflows/domicile.yml@refs/heads/mine' }])
      expect((await exchange(await sign({ ...gitHub(), ...change })).expect(403)).body).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('no rule trusts') });
  });

  it('is refused with a token that was taken before, of two at once one alone', async () => {
    const token = await sign(gitHub());
    const both = await Promise.all([exchange(token), exchange(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await exchange(token).expect(401)).body).toMatchObject({ detail: expect.stringContaining('taken before') });
  });

  it('is refused with a token that is unsigned, signed with what is public, with a strange key, or one that names no key of the issuer', async () => {
    const refused = async (token: string, detail: RegExp): Promise<void> => void expect((await exchange(token).expect(401)).body).toMatchObject({ code: 'not-signed-in', detail: expect.stringMatching(detail) });
    await refused(new UnsecuredJWT(gitHub()).encode(), /the token is not accepted/);
    await refused(await sign(gitHub(), { alg: 'HS256', by: Buffer.from(JSON.stringify(issuer.keys[0])) }), /RS256 or ES256/);
    const { privateKey: strange } = await generateKeyPair('RS256');
    await refused(await sign(gitHub(), { by: strange }), /signature/);
    await refused(await sign(gitHub(), { kid: 'nobody', by: strange }), /signature/);
    const token = await sign(gitHub());
    await refused(`${token.slice(0, -6)}AAAAAA`, /signature/);
    const before = issuer.asked.length;
    for (let tries = 0; tries < 10; tries++) await refused(await sign(gitHub(), { kid: `nobody-${tries}`, by: strange }), /signature/);
    expect(issuer.asked.length).toBe(before);
  });

  it('is let in with a key that the issuer has had only since the last question', async () => {
    await exchange(await sign(gitHub())).expect(200);
    const by = await issuer.addKey('later', 'RS256');
    await exchange(await sign(gitHub(), { kid: 'later', by })).expect(401);
    test.clock.set('2026-11-23T12:01:00Z');
    await exchange(await sign(gitHub(), { kid: 'later', by })).expect(200);
  });

  it.each(['down', 'elsewhere', 'endless', 'redirect'] as const)('is told so where the issuer fails: %s', async (fault) => {
    issuer.fault = fault;
    const { body, headers } = await exchange(await sign(gitHub())).expect(503);
    expect(body).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('issuer') });
    expect(headers['retry-after']).toBe('5');
    issuer.fault = undefined;
    test.clock.set('2026-11-23T12:00:06Z');
    await exchange(await sign(gitHub())).expect(200);
  });

  it('is trusted by administrators alone, within what CI may do, and no longer when the rule is gone', async () => {
    await trust({ scopes: ['register:write'] }).expect(400);
    await trust({ issuer: 'http://gitlab.example.org' }).expect(400);
    await trust({ repository: 'acme/models' }).expect(400);
    await trust({ ref: '' }).expect(400);
    const { key: given } = (await exchange(await sign(gitHub())).expect(200)).body as { key: string };
    const { items } = (await admin.call('get', '/api/v1/ci-trusts').expect(200)).body as { items: readonly { id: string }[] };
    await admin.call('delete', `/api/v1/ci-trusts/${items[0]?.id}`).expect(204);
    await admin.call('delete', `/api/v1/ci-trusts/${items[0]?.id}`).expect(404);
    await request(test.server).get('/api/v1/audits').set('authorization', `Bearer ${given}`).expect(401);
    await exchange(await sign(gitHub())).expect(403);
  });
});
