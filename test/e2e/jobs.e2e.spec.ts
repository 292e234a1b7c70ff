import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { JobsService } from '../../src/server/jobs/jobs.service.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { type Permission } from '../../src/server/platform/authorization/permission.js';
import { permission } from '../../src/server/platform/authorization/permission.js';
import { type Principal } from '../../src/server/platform/authorization/principal.js';
import { DomainError } from '../../src/server/platform/problem/domain-error.js';
import { signInAs } from './browser.js';
import { HeldJob } from './held-job.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const small = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: translate, name: Translation, model: bloom, provider: own, purpose: translation }]\n';
const audit = { kind: 'audit', input: { files: [{ path: 'domicile.yaml', content: small }] } };
const nobody = '01990000-0000-7000-8000-000000000000';

describe('a job', () => {
  let test: TestApp;
  let self: Principal;
  beforeAll(async () => {
    test = await startTestApp({ moreKinds: [HeldJob] });
    const found = await test.app.get(ApiKeysService).principalOf(test.key);
    if (found === undefined) throw new Error('the first key is nobody');
    self = found;
  });
  afterAll(async () => {
    await test.close();
  });

  const call = (method: 'get' | 'post', path: string, key = test.key): request.Test => request(test.server)[method](`/api/v1/jobs${path}`).set('authorization', `Bearer ${key}`);
  const ask = async (body: object, key?: string): Promise<JobView> => {
    const response = await call('post', '', key).send(body);
    expect([response.status, response.text]).toEqual([201, expect.any(String)]);
    return response.body as JobView;
  };
  const hold = async (name: string, asker = self): Promise<JobView> => (await test.app.get(JobsService).ask(asker, { kind: 'held', input: { name } })).job;
  const read = async (id: string): Promise<JobView> => (await call('get', `/${id}`)).body as JobView;
  const until = async (id: string, fits: (job: JobView) => boolean): Promise<JobView> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const job = await read(id);
      if (fits(job)) return job;
      await sleep(100);
    }
    throw new Error(`job ${id} stays ${JSON.stringify(await read(id))}`);
  };
  const ended = (id: string): Promise<JobView> => until(id, ({ state }) => state !== 'waiting' && state !== 'running');
  const asOwner = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Row>(sql, values);
    await owner.end();
    return rows;
  };
  const keyFor = async (...scopes: Permission[]): Promise<string> => (await test.app.get(ApiKeysService).make(self, { name: 'x', scopes, expiresAt: '2027-01-01T00:00:00Z' })).key;

  it('audits, and its result is the stored audit byte for byte', async () => {
    const asked = await call('post', '').send(audit);
    expect(asked.status).toBe(201);
    const { id } = asked.body as JobView;
    expect(asked.headers['location']).toBe(`/api/v1/jobs/${id}`);
    expect(asked.body).toMatchObject({ kind: 'audit', askedBy: { kind: 'api-key', id: self.id }, result: null, problem: null });
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'done', attempts: 1, progress: { done: 2, total: 2 }, result: { address: `/api/v1/jobs/${id}/result`, mediaType: 'application/json; charset=utf-8' } });
    const result = await call('get', `/${id}/result`);
    expect(result.headers['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(result.text).digest('base64')}:`);
    expect(job.result?.digest).toBe(`sha256:${createHash('sha256').update(result.text).digest('hex')}`);
    expect(result.headers['content-location']).toBe(job.result?.location);
    const same = await request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`).send({ ...audit.input, asOf: job.createdAt });
    expect(result.text).toBe(same.text);
    expect((await request(test.server).get(String(job.result?.location)).set('authorization', `Bearer ${test.key}`)).text).toBe(result.text);
    const log = await asOwner<{ action: string; actor_kind: string }>('SELECT action, actor_kind FROM log_entries WHERE subject IN ($1, $2) ORDER BY sequence', [`job/${id}`, String(job.result?.location).replace('/api/v1/audits', 'audit')]);
    expect(log).toEqual([{ action: 'job.create', actor_kind: 'api-key' }, { action: 'audit.create', actor_kind: 'api-key' }, { action: 'job.finish', actor_kind: 'system' }]);
  });

  it('prints the report of a stored audit, and keeps the PDF with its digest', async () => {
    const audited = await ended((await ask(audit)).id);
    const stored = String(audited.result?.location).split('/').at(-1) ?? '';
    const job = await ended((await ask({ kind: 'report', input: { audit: stored, template: 'board-brief', language: 'de' } })).id);
    expect(job).toMatchObject({ state: 'done', result: { mediaType: 'application/pdf' } });
    const { body } = await call('get', `/${job.id}/result`).buffer(true);
    const pdf = body as Buffer;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect([pdf.length, `sha256:${createHash('sha256').update(pdf).digest('hex')}`]).toEqual([job.result?.size, job.result?.digest]);
    const direct = await request(test.server).get(`/api/v1/audits/${stored}/report.pdf?template=board-brief&language=de`).set('authorization', `Bearer ${test.key}`).buffer(true);
    expect(pdf.equals(direct.body as Buffer)).toBe(true);
    expect(await asOwner('SELECT digest FROM reports WHERE audit_id = $1', [stored])).toEqual([{ digest: job.result?.digest }]);
  });

  it.each([
    ['no kind', {}, 'kind'],
    ['a kind that is none', { kind: 'dream', input: {} }, 'kind'],
    ['a kind of tests only', { kind: 'held', input: { name: 'x' } }, 'kind'],
    ['an input that is none', { kind: 'audit', input: { files: [] } }, '/input/files'],
    ['an unknown field', { ...audit, priority: 1 }, ''],
    ['a template that is none', { kind: 'report', input: { audit: nobody, template: 'novel' } }, '/input/template'],
    ['a list for a body', [], ''],
  ])('with %s is refused by pointer', async (_name, body, pointer) => {
    const response = await call('post', '').send(body);
    expect([response.status, (response.body as { code: string }).code]).toEqual([400, 'invalid-request']);
    expect(JSON.stringify((response.body as { errors: unknown }).errors)).toContain(pointer);
  });

  it('is refused with a wrong id, query or idempotency key', async () => {
    for (const path of ['/x', '/x/result', `?state=asleep`, '?limit=0', '?limit=201', '?after=x', '?colour=red']) expect([path, (await call('get', path)).status]).toEqual([path, 400]);
    for (const path of [`/${nobody}`, `/${nobody}/result`]) expect((await call('get', path)).body).toMatchObject({ status: 404, code: 'unknown-record' });
    expect((await call('post', `/${nobody}/cancel`)).status).toBe(404);
    expect((await call('post', '').set('idempotency-key', 'a b').send(audit)).body).toMatchObject({ status: 400, errors: [{ pointer: 'Idempotency-Key' }] });
    expect((await request(test.server).post('/api/v1/jobs').send(audit)).status).toBe(401);
  });

  it('tells as its problem why it failed', async () => {
    const broken = await ended((await ask({ kind: 'audit', input: { files: [{ path: 'domicile.yaml', content: 'a: [' }], packs: ['no-such-pack'] } })).id);
    expect(broken).toMatchObject({ state: 'failed', attempts: 1, result: null, problem: { code: 'not-checkable', instance: broken.id } });
    const unknown = await ended((await ask({ kind: 'report', input: { audit: nobody } })).id);
    expect(unknown.problem).toMatchObject({ code: 'unknown-record', status: 404 });
    expect((await call('get', `/${unknown.id}/result`)).body).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('that broke says nothing of how, and is in the log of the server', async () => {
    HeldJob.failWith('broken', new Error('secret-of-the-server'));
    const job = await ended((await hold('broken')).id);
    expect(job.problem).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(job)).not.toContain('secret-of');
    expect(test.log.join('')).toContain('secret-of-the-server');
    expect(HeldJob.clearedAway).toEqual(['broken']);
  });

  it('is begun again where what it needs was away, five times at most', async () => {
    const away = new DomainError('unavailable', 'too many checks are waiting; try again', { retryAfter: 0.1 });
    HeldJob.failWith('away once', away);
    const { id } = await hold('away once');
    await until(id, ({ state, attempts }) => state === 'running' && attempts === 2);
    HeldJob.release('away once');
    expect((await ended(id)).state).toBe('done');
    HeldJob.failWith('always away', away, away, away, away, away);
    expect(await ended((await hold('always away')).id)).toMatchObject({ state: 'failed', attempts: 5, problem: { code: 'unavailable' } });
  });

  it('is made once for one idempotency key, and not for another request', async () => {
    const send = (key: string, body: object, as?: string): request.Test => call('post', '', as).set('idempotency-key', key).send(body);
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('once', audit)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => (body as JobView).id)).size).toBe(1);
    expect((await send('once', { kind: 'report', input: { audit: nobody } })).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await send('twice', audit)).status).toBe(201);
    expect((await send('once', audit, await keyFor('job:create', 'audit:create'))).status).toBe(201);
    await ended((answers[0]?.body as JobView).id);
  });

  it('may do only what its asker may, when asked and when it runs', async () => {
    expect((await call('post', '', await keyFor('job:create', 'audit:read')).send(audit)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await call('post', '', await keyFor('audit:create')).send(audit)).status).toBe(403);
    const reader = await keyFor('job:read');
    const done = await ended((await ask(audit)).id);
    expect((await call('get', `/${done.id}`, reader)).status).toBe(200);
    expect((await call('get', `/${done.id}/result`, reader)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    const [one, two] = [await hold('first of two'), await hold('second of two')];
    await Promise.all([one, two].map(({ id }) => until(id, ({ state }) => state === 'running')));
    const leaving = await keyFor('job:create', 'audit:create');
    const { id } = await ask(audit, leaving);
    const who = await test.app.get(ApiKeysService).principalOf(leaving);
    await test.app.get(ApiKeysService).revoke(self, who?.id ?? '');
    HeldJob.release('first of two');
    HeldJob.release('second of two');
    expect((await ended(id)).problem).toMatchObject({ code: 'not-allowed', status: 403 });
  });

  it('is cancelled while it waits and while it runs, by its asker or who may cancel all', async () => {
    const held = [await hold('a'), await hold('b')];
    await Promise.all(held.map(({ id }) => until(id, ({ state, progress }) => state === 'running' && progress?.what.startsWith('holding') === true)));
    const waiting = await ask(audit);
    expect((await call('post', `/${waiting.id}/cancel`)).body).toMatchObject({ state: 'cancelled', attempts: 0 });
    const owner = await signInAs(test, 'owner@example.org', ['model-owner']);
    expect((await owner.call('post', `/api/v1/jobs/${held[0]?.id}/cancel`)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    const officer = await signInAs(test, 'officer@example.org', ['compliance-officer']);
    for (const { id } of held) expect((await officer.call('post', `/api/v1/jobs/${id}/cancel`)).body).toMatchObject({ state: 'cancelled', result: null });
    for (let waited = 0; HeldJob.calledOff.length < 2 && waited < 60_000; waited += 100) await sleep(100);
    expect([...HeldJob.calledOff].sort()).toEqual(['a', 'b']);
    expect(HeldJob.clearedAway).toEqual(expect.arrayContaining(['first of two', 'second of two', 'a', 'b']));
    expect(HeldJob.stored).not.toContain('a');
    expect((await call('post', `/${held[0]?.id}/cancel`)).status).toBe(200);
    const next = await ended((await ask(audit)).id);
    expect(next.state).toBe('done');
    expect((await call('post', `/${next.id}/cancel`)).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await call('get', `/${waiting.id}/result`)).body).toMatchObject({ status: 409 });
    expect(await asOwner("SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE key = ANY ($1)", [[waiting.id, ...held.map(({ id }) => id)]])).toEqual([{ left: 0 }]);
  });

  it('is listed newest first, page by page, with the total that fits', async () => {
    const key = await keyFor('job:create', 'job:read', 'audit:create');
    const made: string[] = [];
    for (let second = 10; second < 15; second++) {
      test.clock.set(`2026-11-23T13:00:${second}Z`);
      made.unshift((await ask(audit, key)).id);
    }
    await Promise.all(made.map(ended));
    const pages: string[][] = [];
    for (let after = ''; ; ) {
      const { body } = await call('get', `?kind=audit&state=done&limit=2${after}`);
      const page = body as { items: JobView[]; total: number; next: string | null };
      expect(page.total).toBeGreaterThanOrEqual(5);
      pages.push(page.items.map(({ id }) => id));
      if (page.next === null) {
        expect(pages.flat()).toHaveLength(page.total);
        break;
      }
      after = `&after=${page.next}`;
    }
    expect(pages.flat().slice(0, 5)).toEqual(made);
    expect((await call('get', '?state=failed&kind=audit')).body).toMatchObject({ items: [{ state: 'failed', kind: 'audit' }, expect.anything()] });
    expect((await call('get', '?kind=dream')).body).toEqual({ items: [], total: 0, next: null });
  });

  it('of another organisation is not there', async () => {
    const { id } = await ended((await ask(audit)).id);
    const stranger = { organisationId: nobody, kind: 'api-key', id: nobody, permissions: permission.options } as const;
    await expect(test.app.get(JobsService).read(stranger, id)).rejects.toMatchObject({ code: 'unknown-record' });
    await expect(test.app.get(JobsService).cancel(stranger, id)).rejects.toMatchObject({ code: 'unknown-record' });
    expect((await test.app.get(JobsService).list(stranger, { limit: 10 })).total).toBe(0);
    expect(self.organisationId).toBe(firstOrganisation);
  });

  it('is counted for Prometheus', async () => {
    for (let waited = 0; waited < 60_000 && !/^domicile_jobs_waiting 0$/m.test((await request(test.server).get('/metrics')).text); waited += 100) await sleep(100);
    const { text } = await request(test.server).get('/metrics');
    expect(text).toMatch(/^domicile_jobs_waiting 0$/m);
    expect(text).toMatch(/^domicile_jobs_running 0$/m);
    expect(text).toMatch(/^domicile_jobs_ended_total\{kind="audit",state="done"\} [1-9]/m);
    expect(text).toMatch(/^domicile_jobs_ended_total\{kind="report",state="failed"\} 1$/m);
  });
});
