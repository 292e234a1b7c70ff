import request from 'supertest';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(60_000);

describe('API keys', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(async () => {
    await test.close();
  });
  beforeEach(() => test.clock.set('2026-11-23T12:00:00Z'));

  const call = (method: 'get' | 'post' | 'delete', path: string, key = test.key): request.Test => request(test.server)[method](path).set('authorization', `Bearer ${key}`);
  const make = (body: object, key?: string): request.Test => call('post', '/api/v1/keys', key).send(body);
  const wanted = { name: 'pipeline', scopes: ['audit:read'], expiresAt: '2027-01-01T00:00:00Z' };
  const madeKey = async (change: object = {}): Promise<{ id: string; key: string }> => (await make({ ...wanted, ...change }).expect(201)).body as { id: string; key: string };
  const unknownAudit = '/api/v1/audits/01990000-0000-7000-8000-000000000000';

  it('do what their scopes say and nothing else', async () => {
    const { key } = await madeKey();
    await call('get', unknownAudit, key).expect(404);
    const refused = await call('post', '/api/v1/checks', key).send({ files: [{ path: 'a.yaml', content: '' }] });
    expect(refused.body).toMatchObject({ status: 403, code: 'not-allowed', detail: expect.stringContaining('audit:create') });
    await call('get', '/api/v1/keys', key).expect(403);
    await call('get', '/api/v1/log', key).expect(403);
  });

  it('end at their expiry', async () => {
    const { key } = await madeKey({ expiresAt: '2026-11-23T13:00:00Z' });
    test.clock.set('2026-11-23T12:59:59Z');
    await call('get', unknownAudit, key).expect(404);
    test.clock.set('2026-11-23T13:00:00Z');
    await call('get', unknownAudit, key).expect(401);
  });

  it('end when they are revoked, which can be asked twice', async () => {
    const { id, key } = await madeKey();
    await call('delete', `/api/v1/keys/${id}`).expect(204);
    await call('delete', `/api/v1/keys/${id}`).expect(204);
    await call('get', unknownAudit, key).expect(401);
    const { entries } = (await call('get', '/api/v1/log?limit=1000')).body as { entries: { action: string; subject: string }[] };
    expect(entries.filter(({ subject }) => subject === `key/${id}`).map(({ action }) => action)).toEqual(['key.create', 'key.revoke']);
  });

  it('are listed without their text', async () => {
    const { id, key } = await madeKey();
    const { body, text } = await call('get', '/api/v1/keys').expect(200);
    expect(body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, name: 'pipeline', scopes: ['audit:read'], revokedAt: null })]) });
    expect(text).not.toContain(key.slice(-20));
  });

  it('cannot give away more than their maker has', async () => {
    const { key } = await madeKey({ scopes: ['key:manage'] });
    await make({ ...wanted, scopes: ['key:manage'] }, key).expect(201);
    expect((await make({ ...wanted, scopes: ['audit:read'] }, key)).body).toMatchObject({ status: 403, detail: expect.stringContaining('audit:read') });
  });

  it.each([
    ['no name', { name: ' ' }, '/name'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['an unknown scope', { scopes: ['everything'] }, '/scopes/0'],
    ['an expiry that is past', { expiresAt: '2026-11-23T11:00:00Z' }, '/expiresAt'],
    ['an expiry far ahead', { expiresAt: '2036-01-01T00:00:00Z' }, '/expiresAt'],
    ['no expiry', { expiresAt: undefined }, '/expiresAt'],
    ['an unknown field', { digest: 'x' }, ''],
  ])('are not made with %s', async (_name, change, pointer) => {
    const { body } = await make({ ...wanted, ...change });
    expect(body).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ pointer }] });
  });

  it('that do not exist cannot be revoked', async () => {
    expect((await call('delete', '/api/v1/keys/01990000-0000-7000-8000-000000000000')).body).toMatchObject({ status: 404, code: 'unknown-record' });
    await call('delete', '/api/v1/keys/x').expect(400);
  });
});
