import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { type RetentionPreview, type RetentionRunPage } from '../../src/server/retention/retention-shapes.js';
import { signInAs } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = (name: string): string => `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: ${name}, model: bloom, provider: own, purpose: translation }]\n`;
const everything = { jobs: 30, deliveryTexts: 30, deliveries: 365, notifications: 30, scheduleRuns: 30, pulls: 30, reports: 90, audits: 30, evidenceReads: 30, ciKeys: 30 };

describe('retention', () => {
  let test: TestApp;
  let owner: pg.Client;
  beforeAll(async () => {
    test = await startTestApp();
    owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('app.organisation', '${firstOrganisation}', false)`);
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  const call = (method: 'get' | 'post' | 'put', path: string): request.Test => request(test.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${test.key}`);
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await owner.query<Record<string, unknown>>(sql)).rows;
  const count = async (from: string): Promise<number> => Number((await rows(`SELECT count(*) AS n FROM ${from}`))[0]?.['n']);
  const ended = async (id: string): Promise<JobView> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const { body } = (await call('get', `/jobs/${id}`).expect(200)) as { body: JobView };
      if (body.endedAt !== null) return body;
      await sleep(100);
    }
    throw new Error('a job that does not end');
  };
  const run = async (): Promise<JobView> => ended(((await call('post', '/retention/runs').expect(202)).body as JobView).id);
  const write = async (name: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest(name) }] };
    const { digest } = (await call('post', '/register/imports').send(body)).body as { digest: string };
    await call('post', '/register/imports').send({ ...body, expects: digest }).expect(201);
  };
  const audit = async (): Promise<string> => (await call('post', '/audits').send({}).expect(201)).headers['x-audit-id'] as string;
  const change = async (terms: object): Promise<void> => {
    const { headers } = await call('get', '/retention').expect(200);
    await call('put', '/retention').set('if-match', headers['etag'] as string).send(terms).expect(200);
  };
  const previewed = async (): Promise<Record<string, number>> => Object.fromEntries(((await call('get', '/retention/preview').expect(200)).body as RetentionPreview).items.map(({ table, rows: many }) => [table, many]));

  it('keeps everything for ever but what is of the moment, until somebody says otherwise', async () => {
    const { body, headers } = await call('get', '/retention').expect(200);
    expect([headers['etag'], body]).toMatchObject(['"0"', { sessions: 1, signIns: 1, answers: 1, jobs: null, audits: null, reports: null, deliveries: null, evidenceReads: null, version: 0 }]);
    expect((await call('put', '/retention').send({})).status).toBe(428);
    expect((await call('put', '/retention').set('if-match', '"7"').send({})).status).toBe(412);
  });

  it.each([
    ['fewer days than the least', { audits: 29 }, '/audits'],
    ['no days', { sessions: 0 }, '/sessions'],
    ['half a day', { jobs: 7.5 }, '/jobs'],
    ['the audit log', { log: 30 }, 'log'],
  ])('refuses %s by pointer', async (_what, wrong, pointer) => {
    const { status, body } = await call('put', '/retention').set('if-match', '"0"').send(wrong);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(pointer)]);
  });

  it('shows beforehand what a run then deletes, logs it, and never touches what something rests on', async () => {
    test.clock.set('2026-11-23T12:00:00Z');
    await signInAs(test, 'old@example.org', ['auditor']);
    await write('One');
    const resting = await audit();
    await write('Two');
    const loose = await audit();
    await write('Three');
    const withReport = await audit();
    const report = await ended(((await call('post', '/jobs').send({ kind: 'report', input: { audit: withReport, template: 'board-brief', language: 'en' } }).expect(201)).body as JobView).id);
    await write('Four');
    const head = await audit();
    const unimported = await ended(((await call('post', '/jobs').send({ kind: 'import', input: { collection: 'other', reason: 'look', files: [{ path: 'domicile.yaml', content: manifest('Five') }] } }).expect(201)).body as JobView).id);
    expect([report.state, unimported.state]).toEqual(['done', 'done']);
    await owner.query('DELETE FROM finding_events WHERE audit_id = $1', [loose]);
    await owner.query("INSERT INTO finding_events (organisation_id, id, fingerprint, at, actor_kind, actor, what, audit_id, details) VALUES ($1, gen_random_uuid(), 'f', now(), 'system', $2, 'opened', $2, '{}')", [firstOrganisation, resting]);
    await owner.query('DELETE FROM finding_events WHERE audit_id = $1', [withReport]);
    await owner.query("UPDATE findings SET audit_id = $1", [head]);
    for (const state of ['waiting', 'delivered', 'dead'])
      await owner.query('INSERT INTO deliveries (organisation_id, id, origin, recipient, message, state, attempts, created_at, ended_at) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8)', [firstOrganisation, 'test', '{"kind":"folder","name":"a"}', '{"event":"report","title":"kept","lines":["secret"],"facts":{"secret":1},"needs":"audit:read"}', state, '[]', test.clock.now(), state === 'waiting' ? null : test.clock.now()]);
    for (const [number, complete] of [true, true, false].entries())
      await owner.query('INSERT INTO pulls (organisation_id, id, connection, created_at, requested_by, complete, content_digest, file_count, gap_count, files, report) VALUES ($1, $2, $3, $4, $2, $5, $6, 1, 0, $7, $8)', [firstOrganisation, `01990000-0000-7000-8000-00000000000${number}`, 'registry', test.clock.now(), complete, 'd', JSON.stringify([{ path: 'a', sha256: `pulled-${number}` }]), '{}']);
    for (const name of ['pulled-0', 'pulled-1', 'pulled-2']) await owner.query('INSERT INTO pulled_contents (organisation_id, sha256, content) VALUES ($1, $2, $3)', [firstOrganisation, name, Buffer.from(name)]);
    await owner.query("INSERT INTO notifications (organisation_id, id, kind, event, subject, title, at) VALUES ($1, $2, 'fact-stale', 'e', 's', 't', $3)", [firstOrganisation, resting, test.clock.now()]);
    await call('post', '/notifications/read').send({ ids: [resting] }).expect(204);

    await change({ ...everything, deliveries: null });
    test.clock.set('2027-01-15T12:00:00Z');
    const before = { register: await count('register_records'), log: await count('log_entries'), contents: await count('register_contents') };
    const shown = await previewed();
    expect(shown).toMatchObject({ sessions: 1, jobs: 2, deliveries: 2, notifications: 1, pulls: 1, reports: 0, audits: 1 });
    expect((await call('get', '/log?limit=1000')).body).toMatchObject({ entries: expect.not.arrayContaining([expect.objectContaining({ action: 'retention.delete' })]) as unknown });
    expect(await run()).toMatchObject({ kind: 'retention', state: 'done' });

    const [last] = ((await call('get', '/retention/runs').expect(200)).body as RetentionRunPage).items;
    expect(Object.fromEntries((last?.deleted ?? []).map(({ table, rows: gone }) => [table, gone]))).toMatchObject({ ...Object.fromEntries(Object.entries(shown).filter(([, many]) => many > 0)), register_contents: 1, pulled_contents: 1 });
    expect(await previewed()).toMatchObject({ sessions: 0, jobs: 0, deliveries: 0, notifications: 0, pulls: 0, audits: 0 });
    expect([await count('register_records'), await count('register_contents')]).toEqual([before.register, before.contents - 1]);
    expect((await rows("SELECT sha256 FROM pulled_contents ORDER BY 1")).map(({ sha256 }) => sha256)).toEqual(['pulled-1', 'pulled-2']);
    expect((await rows("SELECT DISTINCT state, message ->> 'title' AS title, message::text LIKE '%secret%' AS told FROM deliveries ORDER BY state"))).toEqual([{ state: 'dead', title: 'kept', told: false }, { state: 'delivered', title: 'kept', told: false }, { state: 'waiting', title: 'kept', told: true }]);
    for (const id of [resting, withReport, head]) await call('get', `/audits/${id}`).expect(200);
    const gone = await call('get', `/audits/${loose}`);
    expect([gone.status, (gone.body as { detail: string }).detail]).toEqual([404, expect.stringContaining('deleted at 2027-01-15T12:00:00.000Z')]);
    const { items } = (await call('get', '/audits')).body as { items: { id: string; emptiedAt: string | null; conclusion: string }[] };
    expect(items.filter(({ emptiedAt }) => emptiedAt !== null).map(({ id }) => id)).toEqual([loose]);
    const logged = await rows("SELECT subject, details::json ->> 'rows' AS gone FROM log_entries WHERE action = 'retention.delete'");
    expect(logged).toContainEqual({ subject: 'retention/audits', gone: '1' });
    expect(await count('log_entries')).toBeGreaterThan(before.log);
    const [dead] = await rows("SELECT id FROM deliveries WHERE state = 'dead'");
    expect((await call('post', `/deliveries/${dead?.['id'] as string}/resend`)).body).toMatchObject({ status: 409, detail: expect.stringContaining('no longer') as string });
  });

  it('deletes reports by their own time, and then the audits that they rested on', async () => {
    test.clock.set('2027-03-01T12:00:00Z');
    expect(await previewed()).toMatchObject({ reports: 1, audits: 0 });
    await run();
    expect([await count('reports'), await count('audits WHERE emptied_at IS NOT NULL')]).toEqual([0, 2]);
  });

  it('goes in small parts through many rows, each with its entry', async () => {
    test.clock.set('2027-06-01T12:00:00Z');
    await owner.query("INSERT INTO evidence_reads (organisation_id, id, evidence_id, at, actor_kind, actor, why) SELECT $1, gen_random_uuid(), $2, '2026-01-01', 'user', $2, 'x' FROM generate_series(1, 2500)", [firstOrganisation, firstOrganisation]);
    await run();
    expect([await count('evidence_reads'), await rows("SELECT details::json ->> 'rows' AS gone FROM log_entries WHERE subject = 'retention/evidenceReads' ORDER BY sequence")]).toEqual([0, [{ gone: '1000' }, { gone: '1000' }, { gone: '500' }]]);
  });

  it('runs once a day by itself, whoever ticks, and not for a clock that is set back', async () => {
    const ticks = async (time: string): Promise<number> => {
      test.clock.set(time);
      await Promise.all([test.app.get(Ticker).tick(), test.app.get(Ticker).tick()]);
      return count("jobs WHERE kind = 'retention' AND asker_kind = 'system'");
    };
    expect(await ticks('2027-06-02T00:00:00Z')).toBe(0);
    expect(await ticks('2027-06-02T23:59:00Z')).toBe(0);
    expect(await ticks('2027-06-03T00:00:00Z')).toBe(1);
    expect(await ticks('2027-06-03T12:00:00Z')).toBe(1);
    expect(await ticks('2027-06-01T00:00:00Z')).toBe(1);
    expect(await ticks('2027-06-01T12:00:00Z')).toBe(1);
    expect(await ticks('2027-06-02T00:00:00Z')).toBe(2);
    await ended((await rows("SELECT id FROM jobs WHERE asker_kind = 'system' AND kind = 'retention' ORDER BY id DESC LIMIT 1"))[0]?.['id'] as string);
  });

  it('leaves the rows of other organisations alone', async () => {
    const other = '01990000-0000-7000-8000-0000000000aa';
    await owner.query(`SELECT set_config('app.organisation', '${other}', false)`);
    await owner.query("INSERT INTO organisations (id, name) VALUES ($1, 'Other')", [other]);
    await owner.query("INSERT INTO evidence_reads (organisation_id, id, evidence_id, at, actor_kind, actor, why) VALUES ($1, gen_random_uuid(), $1, '2020-01-01', 'user', $1, 'x')", [other]);
    expect(await previewed()).toMatchObject({ evidence_reads: 0 });
    await run();
    expect(await count('evidence_reads')).toBe(1);
  });
});
