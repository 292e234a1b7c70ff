import pg from 'pg';
import request from 'supertest';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const email = 'wilhelmina.quist@example.org';
const name = 'Wilhelmina Quist';
const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments: [{ id: translate, name: Translation, model: bloom, provider: own, purpose: translation, owner: languages }]
`;

describe('an erased person', () => {
  let test: TestApp;
  let owner: pg.Client;
  beforeEach(async () => {
    test = await startTestApp();
    owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.end();
    await test.close();
  });

  /** Tables of which a row, as text, holds one of the texts. */
  const tablesWith = async (texts: readonly string[]): Promise<readonly string[]> => {
    const { rows } = await owner.query<{ name: string }>("SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')");
    const found: string[] = [];
    for (const { name: table } of rows) {
      const { rowCount } = await owner.query(`SELECT 1 FROM ${table} t WHERE EXISTS (SELECT FROM unnest($1::text[]) AS x WHERE strpos(lower(t::text), lower(x)) > 0) LIMIT 1`, [texts]);
      if (rowCount !== 0) found.push(table);
    }
    return found.sort();
  };
  const hex = (text: string): string => Buffer.from(text).toString('hex');

  it('has name and address nowhere any more, in no table and no answer, while what was done goes on naming the id and the log holds', async () => {
    const admin = await signInAs(test, 'admin@example.org', ['administrator']);
    const officer = await signInAs(test, 'officer@example.org', ['compliance-officer']);
    const person = await working(admin, officer);
    const digest = (await owner.query<{ hex: string }>("SELECT encode(sha256($1::bytea), 'hex') AS hex", [email])).rows[0]?.hex ?? '';
    expect(await tablesWith([email, name, hex(email), hex(name), digest])).toEqual(['public.sign_in_attempts', 'public.users']);

    await admin.call('delete', `/api/v1/users/${person.id}`).expect(204);
    expect(await tablesWith([email, name, hex(email), hex(name), digest])).toEqual([]);
    for (const path of ['users', 'people', 'findings?limit=1000', 'waivers', 'evidence', 'jobs', 'log?limit=1000', 'audits', 'register/revisions', 'register/records']) {
      const { text } = await admin.call('get', `/api/v1/${path}`).expect(200);
      expect([path, text.includes(email) || text.includes(name)]).toEqual([path, false]);
    }
    expect((await admin.call('get', '/api/v1/waivers').expect(200)).body).toMatchObject({ total: 1, items: [{ requestedBy: person.id }] });
    expect((await admin.call('get', '/api/v1/people').expect(200)).body).toMatchObject({ items: expect.arrayContaining([{ id: person.id, name: null, active: false }]) });
    await person.call('get', '/api/v1/findings').expect(401);
    const { entries } = (await admin.call('get', '/api/v1/log?limit=1000').expect(200)).body as { entries: readonly { actor: string; sequence: number; hash: string; previous: string }[] };
    expect(entries.some(({ actor }) => actor === person.id)).toBe(true);
    expect(entries.every(({ previous }, index) => index === 0 || previous === entries[index - 1]?.hash)).toBe(true);
  });

  /** Someone who leaves a trace wherever people do. */
  const working = async (admin: Browser, officer: Browser): Promise<Browser> => {
    const files = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = (await officer.call('post', '/api/v1/register/imports').send(files).expect(200)).body as { digest: string };
    await officer.call('post', '/api/v1/register/imports').send({ ...files, expects: digest }).expect(201);
    await officer.call('post', '/api/v1/audits').send({}).expect(201);
    const person = await signInAs(test, email, ['model-owner'], ['languages']);
    await admin.call('patch', `/api/v1/users/${person.id}`).send({ name }).expect(200);
    await admin.call('post', '/api/v1/users').set('idempotency-key', 'one').send({ email: 'other@example.org', name: 'Other', roles: [] }).expect(201);
    await request(test.server).post('/api/v1/session').send({ email, password: 'not the password' }).expect(401);
    const { items } = (await person.call('get', '/api/v1/findings?subject=deployment%2Ftranslate').expect(200)).body as { items: readonly { fingerprint: string; version: number }[] };
    const { fingerprint, version } = items[0] ?? { fingerprint: '', version: 0 };
    await person.call('patch', `/api/v1/findings/${fingerprint}`).set('if-match', `"${version}"`).send({ state: 'in-progress', assignee: person.id, comment: 'on it' }).expect(200);
    await person.call('post', '/api/v1/waivers').send({ findings: [fingerprint], reason: 'migration', justification: 'moves', expiresAt: '2027-01-31' }).expect(201);
    await person.call('post', '/api/v1/evidence').send({ record: 'deployment/translate', type: 'contract', title: 'Contract', fileName: 'a.txt', mediaType: 'text/plain', effective: '2026-01-01', content: 'dGV4dA==' }).expect(201);
    await person.call('post', '/api/v1/jobs').send({ kind: 'register-audit', input: {} }).expect(201);
    return person;
  };
});
