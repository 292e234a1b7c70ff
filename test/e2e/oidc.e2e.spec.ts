import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import request from 'supertest';
import { type UserView } from '../../src/server/access/user-shapes.js';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { browserOf, cookieOf, signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Walks through the provider's own pages as this login, and returns the address it sends the browser back to. */
async function walkThrough(start: string, login: string, ours: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url: start };
  for (let step = 0; step < 15; step++) {
    const answer = await fetch(next.url, { method: next.body === undefined ? 'GET' : 'POST', ...(next.body === undefined ? {} : { body: next.body }), redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      next = { url: new URL(location, next.url).href };
      if (next.url.startsWith(ours)) return next.url.slice(ours.length);
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    next = { url: new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next.url).href, body: new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt }) };
  }
  throw new Error('the provider never sent the browser back');
}

describe('sign-in at an identity provider', () => {
  const ours = 'http://127.0.0.1:65000';
  let test: TestApp;
  let provider: ChildProcess;
  let admin: Browser;
  beforeAll(async () => {
    const port = await freePort();
    provider = spawn(process.execPath, [resolve('test/e2e/oidc-provider.mjs'), String(port), `${ours}/api/v1/session/oidc/callback`], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(provider.stdout as NodeJS.ReadableStream, 'data');
    test = await startTestApp({ address: new PublicAddress(ours), oidc: { issuer: `http://127.0.0.1:${port}`, client: 'domicile', secret: 'secret-of-the-client', groupsClaim: 'groups', roles: { office: 'compliance-officer', audit: 'auditor' } } });
    admin = await signInAs(test, 'admin@example.org', ['administrator']);
  });
  afterAll(async () => {
    await test.close();
    provider.kill();
  });

  const begin = async (): Promise<{ url: string; cookie: string }> => {
    const { headers } = await request(test.server).get('/api/v1/session/oidc').expect(302);
    return { url: String(headers['location']), cookie: cookieOf(headers) };
  };
  const signIn = async (login: string): Promise<request.Response> => {
    const { url, cookie } = await begin();
    return request(test.server).get(await walkThrough(url, login, ours)).set('cookie', cookie);
  };
  const users = async (): Promise<UserView[]> => ((await admin.call('get', '/api/v1/users')).body as { items: UserView[] }).items;

  it('asks with code, PKCE, state and nonce, from a cookie that scripts cannot read', async () => {
    const answer = await request(test.server).get('/api/v1/session/oidc').expect(302);
    const { searchParams } = new URL(String(answer.headers['location']));
    expect(Object.fromEntries(searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'domicile', redirect_uri: `${ours}/api/v1/session/oidc/callback`, state: expect.stringMatching(/.{20}/), nonce: expect.stringMatching(/.{20}/) });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^domicile-sign-in=dmo_\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
  });

  it('adds a person with the roles of the groups and opens a session', async () => {
    const answer = await signIn('ana+audit-canteen');
    expect(answer.status).toBe(302);
    const browser = await browserOf(test, cookieOf(answer.headers));
    expect((await browser.call('get', '/api/v1/session')).body).toMatchObject({ user: { email: 'ana@example.org', name: 'ana', roles: ['auditor'] }, permissions: ['audit:read', 'clearance:read', 'decision:read', 'evidence:read', 'finding:read', 'job:create', 'job:read', 'log:read', 'notification:read', 'pull:read', 'policy:read', 'register:read', 'schedule:read', 'waiver:read'] });
    await browser.call('get', '/api/v1/log').expect(200);
    await browser.call('get', '/api/v1/users').expect(403);
    expect((await signIn('ana+audit-canteen')).status).toBe(302);
    expect((await users()).filter(({ email }) => email === 'ana@example.org')).toHaveLength(1);
  });

  it('recognises a person that an administrator added, by the verified address', async () => {
    const { body } = await admin.call('post', '/api/v1/users').send({ email: 'ben@example.org', name: 'Ben', roles: [] });
    const browser = await browserOf(test, cookieOf((await signIn('ben+office')).headers));
    expect(browser.id).toBe((body as { user: UserView }).user.id);
    expect((await users()).find(({ id }) => id === browser.id)?.roles).toEqual(['compliance-officer']);
  });

  it('does not take over a person by an address that is not verified, nor by another account', async () => {
    await admin.call('post', '/api/v1/users').send({ email: 'unverified@example.org', name: 'Uma', roles: ['administrator'] });
    expect((await signIn('unverified+office')).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await signIn('carl+office')).status).toBe(302);
    expect((await signIn('carl+audit')).body).toMatchObject({ status: 403 });
  });

  it('lets nobody in without a role, nor who was disabled here', async () => {
    expect((await signIn('dora+canteen')).body).toMatchObject({ status: 403, detail: expect.stringContaining('no role here') });
    const browser = await browserOf(test, cookieOf((await signIn('emil+audit')).headers));
    await admin.call('patch', `/api/v1/users/${browser.id}`).send({ state: 'disabled' }).expect(200);
    expect((await signIn('emil+audit')).body).toMatchObject({ status: 403 });
  });

  it('takes an answer once, in the browser that began, in time', async () => {
    const { url, cookie } = await begin();
    const back = await walkThrough(url, 'fay+audit', ours);
    const other = await begin();
    const refused = { status: 401, code: 'not-signed-in' };
    expect((await request(test.server).get(back)).body).toMatchObject(refused);
    expect((await request(test.server).get(back).set('cookie', other.cookie)).body).toMatchObject(refused);
    expect((await request(test.server).get(back).set('cookie', cookie)).status).toBe(302);
    expect((await request(test.server).get(back).set('cookie', cookie)).body).toMatchObject(refused);
    const late = await begin();
    const lateBack = await walkThrough(late.url, 'fay+audit', ours);
    test.clock.set('2026-11-23T12:10:00Z');
    expect((await request(test.server).get(lateBack).set('cookie', late.cookie)).body).toMatchObject(refused);
    test.clock.set('2026-11-23T12:00:00Z');
  });

  it.each(['', '?code=x&state=y', '?error=access_denied', '?state='])('refuses the answer %j', async (query) => {
    const { cookie } = await begin();
    expect((await request(test.server).get(`/api/v1/session/oidc/callback${query}`).set('cookie', cookie)).body).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('is unavailable, not broken, while the provider is away, and not there where none is set up', async () => {
    const away = await startTestApp({ oidc: { issuer: `http://127.0.0.1:${await freePort()}`, client: 'c', secret: 's', groupsClaim: 'groups', roles: {} } });
    expect((await request(away.server).get('/api/v1/session/oidc')).body).toMatchObject({ status: 503, code: 'unavailable' });
    await away.close();
    const without = await startTestApp();
    expect((await request(without.server).get('/api/v1/session/oidc')).body).toMatchObject({ status: 404, code: 'unknown-route' });
    await without.close();
  });
});
