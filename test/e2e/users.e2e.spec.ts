import request from 'supertest';
import { type LogEntry } from '../../src/core/log/log-entry.js';
import { UsersService } from '../../src/server/access/users.service.js';
import { browserOf, cookieOf, followLink, signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const password = 'a rather long pass phrase';

describe('people', () => {
  let test: TestApp;
  let admin: Browser;
  let number = 0;
  beforeAll(async () => {
    test = await startTestApp();
    const link = await test.app.get(UsersService).ensureAdministrator();
    admin = await followLink(test, link?.token ?? '');
  });
  afterAll(async () => {
    await test.close();
  });
  beforeEach(() => test.clock.set('2026-11-23T12:00:00Z'));

  const signIn = (email: string, secret: string): request.Test => request(test.server).post('/api/v1/session').send({ email, password: secret });
  const someone = async (roles: Parameters<typeof signInAs>[2] = []): Promise<Browser & { email: string }> => {
    const email = `person-${++number}@example.org`;
    const browser = await signInAs(test, email, roles);
    await browser.call('put', '/api/v1/session/password').send({ next: password }).expect(204);
    return { ...browser, email };
  };
  const logOf = async (subject: string): Promise<string[]> => ((await admin.call('get', '/api/v1/log?limit=1000')).body as { entries: LogEntry[] }).entries.filter((entry) => entry.subject === subject).map(({ action }) => action);

  it('begin with one administrator, by a link that works once', async () => {
    expect(await test.app.get(UsersService).ensureAdministrator()).toBeUndefined();
    expect((await admin.call('get', '/api/v1/session')).body).toMatchObject({ user: { roles: ['administrator'] }, permissions: expect.arrayContaining(['user:manage']) });
  });

  it('are added, sign in by a link, set a password and sign in with it', async () => {
    const { status, body } = await admin.call('post', '/api/v1/users').send({ email: ' Ines@Example.org ', name: 'Ines Albrecht', roles: ['auditor'] });
    expect(status).toBe(201);
    const { user, link } = body as { user: { id: string; email: string }; link: string };
    expect(user.email).toBe('ines@example.org');
    const token = new URL(link).searchParams.get('token') ?? '';
    const browser = await followLink(test, token);
    expect((await request(test.server).get(`/sign-in?token=${token}`)).body).toMatchObject({ status: 401, code: 'not-signed-in' });
    await browser.call('put', '/api/v1/session/password').send({ next: 'short' }).expect(400);
    await browser.call('put', '/api/v1/session/password').send({ next: password }).expect(204);
    const answer = await signIn('INES@example.org', password);
    expect(answer.status).toBe(201);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^domicile=dms_\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    expect(answer.body).toMatchObject({ user: { id: user.id, name: 'Ines Albrecht' }, permissions: ['audit:read', 'clearance:read', 'decision:read', 'evidence:read', 'finding:read', 'job:create', 'job:read', 'log:read', 'notification:read', 'pull:read', 'policy:read', 'register:read', 'schedule:read', 'waiver:read'] });
    expect(await logOf(`user/${user.id}`)).toEqual(['user.create', 'user.make-link', 'session.open', 'user.set-password', 'session.open']);
  });

  it('cannot use a link that has expired', async () => {
    const { body } = await admin.call('post', '/api/v1/users').send({ email: 'late@example.org', name: 'Late', roles: [] });
    test.clock.set('2026-11-24T12:00:00Z');
    const { pathname, search } = new URL((body as { link: string }).link);
    await request(test.server).get(pathname + search).expect(401);
  });

  it('are told the same whether the address or the password is wrong', async () => {
    const { email } = await someone();
    const [wrongPassword, wrongAddress] = [await signIn(email, 'not the pass phrase'), await signIn('nobody@example.org', password)];
    for (const { body } of [wrongPassword, wrongAddress]) expect(body).toMatchObject({ status: 401, detail: 'address and password do not fit; check both, or ask an administrator for a sign-in link' });
  });

  it('are locked out after five failures, for a quarter of an hour, also when all come at once', async () => {
    const { email } = await someone();
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await signIn(email, 'wrong')).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    const locked = await signIn(email, password);
    expect(locked.status).toBe(429);
    expect(locked.headers['retry-after']).toBe('900');
    test.clock.set('2026-11-23T12:15:00Z');
    expect((await signIn(email, password)).status).toBe(201);
  });

  it('start counting anew once they signed in', async () => {
    const { email } = await someone();
    for (let round = 0; round < 2; round++) {
      for (let failure = 0; failure < 4; failure++) expect((await signIn(email, 'wrong')).status).toBe(401);
      expect((await signIn(email, password)).status).toBe(201);
    }
  });

  it('change nothing without the CSRF token, nor from another site', async () => {
    const { cookie, csrfToken } = await someone(['administrator']);
    const add = (): request.Test => request(test.server).post('/api/v1/users').set('cookie', cookie).send({ email: 'forged@example.org', name: 'Forged', roles: [] });
    for (const forged of [add(), add().set('x-csrf-token', 'x'.repeat(43)), add().set('x-csrf-token', admin.csrfToken), add().set('x-csrf-token', csrfToken).set('origin', 'https://evil.example'), add().set('x-csrf-token', csrfToken).set('sec-fetch-site', 'cross-site')]) expect((await forged).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await signIn('nobody@example.org', password).set('origin', 'https://evil.example')).status).toBe(403);
    await request(test.server).get('/api/v1/users').set('cookie', cookie).expect(200);
  });

  it('are signed out by themselves, by idling an hour and by half a day', async () => {
    const one = await someone();
    await one.call('delete', '/api/v1/session').expect(204);
    await one.call('get', '/api/v1/session').expect(401);
    const two = await someone();
    for (const time of ['12:50', '13:40', '14:30']) {
      test.clock.set(`2026-11-23T${time}:00Z`);
      await two.call('get', '/api/v1/session').expect(200);
    }
    test.clock.set('2026-11-23T15:30:00Z');
    await two.call('get', '/api/v1/session').expect(401);
    test.clock.set('2026-11-23T12:00:00Z');
    const three = await someone();
    for (let minute = 30; minute < 12 * 60; minute += 30) {
      test.clock.set(new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString());
      await three.call('get', '/api/v1/session').expect(200);
    }
    test.clock.set('2026-11-24T00:00:00Z');
    await three.call('get', '/api/v1/session').expect(401);
  });

  it('end every other session with a new password, for which they need the old one', async () => {
    const one = await someone();
    const two = await browserOf(test, cookieOf((await signIn(one.email, password)).headers));
    await two.call('put', '/api/v1/session/password').send({ current: 'wrong', next: `${password}!` }).expect(403);
    await two.call('put', '/api/v1/session/password').send({ current: password, next: `${password}!` }).expect(204);
    await two.call('get', '/api/v1/session').expect(200);
    await one.call('get', '/api/v1/session').expect(401);
  });

  it('lose their session when they are disabled, and their rights when they lose a role', async () => {
    const auditor = await someone(['auditor']);
    await auditor.call('get', '/api/v1/log').expect(200);
    await admin.call('patch', `/api/v1/users/${auditor.id}`).send({ roles: [] }).expect(200);
    await auditor.call('get', '/api/v1/log').expect(403);
    await admin.call('patch', `/api/v1/users/${auditor.id}`).send({ state: 'disabled' }).expect(200);
    await auditor.call('get', '/api/v1/session').expect(401);
    expect((await signIn(auditor.email, password)).status).toBe(401);
  });

  it('can be erased, leaving only an id that the log goes on naming', async () => {
    const person = await someone(['auditor']);
    await admin.call('delete', `/api/v1/users/${person.id}`).expect(204);
    await person.call('get', '/api/v1/session').expect(401);
    await admin.call('get', `/api/v1/users/${person.id}`).expect(404);
    expect((await admin.call('get', '/api/v1/users')).text).not.toContain(person.email);
    expect(await logOf(`user/${person.id}`)).toContain('user.erase');
    expect((await admin.call('get', '/api/v1/log/export').buffer(true)).text).not.toContain('example.org');
  });

  it('always keep one administrator', async () => {
    const { body } = await admin.call('get', '/api/v1/users');
    const others = (body as { items: { id: string; roles: string[]; state: string }[] }).items.filter(({ id, roles, state }) => id !== admin.id && roles.includes('administrator') && state === 'active');
    for (const { id } of others) await admin.call('patch', `/api/v1/users/${id}`).send({ roles: [] }).expect(200);
    for (const attempt of [admin.call('delete', `/api/v1/users/${admin.id}`), admin.call('patch', `/api/v1/users/${admin.id}`).send({ roles: ['auditor'] }), admin.call('patch', `/api/v1/users/${admin.id}`).send({ state: 'disabled' })]) expect((await attempt).body).toMatchObject({ status: 409, code: 'conflict' });
    await admin.call('get', '/api/v1/users').expect(200);
  });

  it('have an address of their own', async () => {
    const { email } = await someone();
    const again = { email: email.toUpperCase(), name: 'Other', roles: [] };
    expect((await admin.call('post', '/api/v1/users').send(again)).body).toMatchObject({ status: 409, code: 'conflict' });
    const both = await Promise.all([1, 2].map(() => admin.call('post', '/api/v1/users').send({ ...again, email: 'twice@example.org' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('sign in with a cookie, not with a key', async () => {
    const withKey = (method: 'get' | 'delete', path: string): request.Test => request(test.server)[method](path).set('authorization', `Bearer ${test.key}`);
    await withKey('get', '/api/v1/session').expect(403);
    await withKey('delete', '/api/v1/session').set('cookie', admin.cookie).expect(403);
    await request(test.server).get('/api/v1/session').set('cookie', `domicile=${'x'.repeat(5000)}`).expect(401);
    await request(test.server).get('/api/v1/session').expect(401);
  });

  it('leave neither names nor addresses nor secrets in the log of the server', () => {
    const log = test.log.join('');
    for (const secret of ['example.org', 'Albrecht', password, 'dms_', 'dml_']) expect(log).not.toContain(secret);
  });
});
