import request from 'supertest';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';
import pg from 'pg';

jest.setTimeout(120_000);

const check = { files: [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\n' }] };
const person = { email: 'olga@example.org', name: 'Olga', roles: ['auditor'] };

describe('an Idempotency-Key', () => {
  let test: TestApp;
  let admin: Browser;
  let owner: pg.Client;
  beforeAll(async () => {
    test = await startTestApp();
    admin = await signInAs(test, 'admin@example.org', ['administrator']);
    owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  const post = (path: string, key: string, body: object, who = admin): request.Test => who.call('post', path).set('idempotency-key', key).send(body);
  const count = async (table: string): Promise<number> => Number((await owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count);

  it('answers the same request alike, and does it once', async () => {
    for (const [path, body, table] of [
      ['/api/v1/checks', check, 'audits'],
      ['/api/v1/users', person, 'users'],
      ['/api/v1/keys', { name: 'x', scopes: ['audit:read'], expiresAt: '2027-06-30T00:00:00Z' }, 'api_keys'],
      ['/api/v1/evidence', { type: 'contract', title: 'Contract', fileName: 'a.txt', mediaType: 'text/plain', effective: '2026-01-01', content: 'dGV4dA==' }, 'evidence'],
      ['/api/v1/ci-trusts', { name: 'models', issuer: 'https://gitlab.com', repository: '7', ref: 'main', scopes: ['audit:create'] }, 'ci_trusts'],
    ] as const) {
      const before = await count(table);
      const first = await post(path, 'one', body).expect(201);
      const log = await count('log_entries');
      const again = await post(path, 'one', body).expect(201);
      expect([path, again.text, again.headers['location'], again.headers['content-type'], again.headers['idempotent-replayed']]).toEqual([path, first.text, first.headers['location'], first.headers['content-type'], 'true']);
      expect([path, await count(table), await count('log_entries')]).toEqual([path, before + 1, log]);
      expect(first.headers['idempotent-replayed']).toBeUndefined();
    }
  });

  it('does one thing of many at once', async () => {
    const before = await count('users');
    const all = await Promise.all(Array.from({ length: 4 }, () => post('/api/v1/users', 'at-once', { ...person, email: 'once@example.org' })));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
    expect(await count('users')).toBe(before + 1);
  });

  it('is refused with another body, and is one of its asker and route', async () => {
    const first = await post('/api/v1/users', 'mine', { ...person, email: 'a@example.org' }).expect(201);
    expect((await post('/api/v1/users', 'mine', { ...person, email: 'b@example.org' }).expect(409)).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('another request') });
    await post('/api/v1/checks', 'mine', check).expect(201);
    const other = await signInAs(test, 'second@example.org', ['administrator']);
    await post('/api/v1/users', 'mine', { ...person, email: 'c@example.org' }, other).expect(201);
    expect((await post('/api/v1/users', 'mine', { ...person, email: 'a@example.org' })).text).toBe(first.text);
    await post('/api/v1/users', 'x'.repeat(201), person).expect(400);
  });

  it('keeps no refusal: what failed has left nothing and may be tried again', async () => {
    const taken = { ...person, email: 'taken@example.org' };
    const { user } = (await post('/api/v1/users', 'first', taken).expect(201)).body as { user: { id: string } };
    await post('/api/v1/users', 'second', taken).expect(409);
    await admin.call('delete', `/api/v1/users/${user.id}`).expect(204);
    await post('/api/v1/users', 'second', taken).expect(201);
    const { rows } = await owner.query<{ open: string }>("SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'");
    expect(rows[0]?.open).toBe('0');
  });

  it('does and keeps nothing where the answer cannot be kept', async () => {
    await owner.query('ALTER TABLE kept_answers ADD CONSTRAINT never CHECK (answer IS NULL) NOT VALID');
    const before = await count('users');
    await post('/api/v1/users', 'lost', { ...person, email: 'lost@example.org' }).expect(500);
    await owner.query('ALTER TABLE kept_answers DROP CONSTRAINT never');
    expect(await count('users')).toBe(before);
    await post('/api/v1/users', 'lost', { ...person, email: 'lost@example.org' }).expect(201);
  });

  it('keeps no secret in the open, asks anew who may, and ends after a day', async () => {
    const { link } = (await post('/api/v1/users', 'secret', { ...person, email: 'secret@example.org' }).expect(201)).body as { link: string };
    const { rows } = await owner.query<{ all: string }>("SELECT string_agg(encode(answer, 'escape'), '') AS all FROM kept_answers");
    expect(rows[0]?.all).not.toMatch(/dml_|dmc_|secret@|example\.org/);
    expect(link).toContain('dml_');
    const demoted = await signInAs(test, 'demoted@example.org', ['administrator']);
    await post('/api/v1/users', 'd', { ...person, email: 'd@example.org' }, demoted).expect(201);
    await admin.call('patch', `/api/v1/users/${demoted.id}`).send({ roles: ['auditor'] }).expect(200);
    await post('/api/v1/users', 'd', { ...person, email: 'd@example.org' }, demoted).expect(403);
    test.clock.set('2026-11-24T12:00:01Z');
    const back = await signInAs(test, 'back@example.org', ['administrator']);
    await request(test.server).post('/api/v1/keys').set('authorization', `Bearer ${test.key}`).set('idempotency-key', 'day').send({ name: 'x', scopes: ['audit:read'], expiresAt: '2027-06-30T00:00:00Z' }).expect(201);
    test.clock.set('2026-11-25T12:00:02Z');
    const { headers } = await request(test.server).post('/api/v1/keys').set('authorization', `Bearer ${test.key}`).set('idempotency-key', 'day').send({ name: 'x', scopes: ['audit:read'], expiresAt: '2027-06-30T00:00:00Z' }).expect(201);
    expect([back.id.length, headers['idempotent-replayed']]).toEqual([36, undefined]);
  });
});
