import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { type AffectedView } from '../../src/server/audits/affected-view.js';
import { type JobPage } from '../../src/server/jobs/job-shapes.js';
import { type JobView } from '../../src/server/platform/jobs/job-view.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = (purpose: string): string => `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: ${purpose} }, { id: two, name: Two, model: bloom, provider: own, purpose: translation }]\n`;

describe('what changes affect', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    test.clock.set('2026-11-23T08:00:00Z');
    await write('translation');
    await call('post', '/audits').send({}).expect(201);
  });
  afterAll(async () => {
    await test.close();
  });

  const call = (method: 'get' | 'post' | 'put', path: string): request.Test => request(test.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${test.key}`);
  const write = async (purpose: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest(purpose) }] };
    const { digest } = (await call('post', '/register/imports').send(body)).body as { digest: string };
    await call('post', '/register/imports').send({ ...body, expects: digest }).expect(201);
  };
  const asked = async (): Promise<JobView[]> => ((await call('get', '/jobs?kind=reaudit&limit=200').expect(200)).body as JobPage).items;
  const tickAt = async (time: string): Promise<number> => {
    test.clock.set(time);
    await Promise.all([test.app.get(Ticker).tick(), test.app.get(Ticker).tick()]);
    return (await asked()).length;
  };
  const done = async (): Promise<JobView[]> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const jobs = await asked();
      if (jobs.every(({ endedAt }) => endedAt !== null)) return jobs;
      await sleep(100);
    }
    throw new Error('jobs that do not end');
  };
  const affected = async (): Promise<AffectedView> => (await call('get', '/audits/affected').expect(200)).body as AffectedView;

  it('is audited again by nobody until the organisation wants it, and shown meanwhile', async () => {
    expect((await call('get', '/reaudit').expect(200)).body).toMatchObject({ enabled: false, quietMinutes: 2, version: 0 });
    test.clock.set('2026-11-23T08:10:00Z');
    await write('summaries');
    expect(await tickAt('2026-11-23T09:00:00Z')).toBe(0);
    expect(await affected()).toMatchObject({ everything: null, subjects: expect.arrayContaining([{ subject: 'deployment/one', because: 'deployment/one' }]) as unknown });
    expect((await call('put', '/reaudit').send({ enabled: true })).status).toBe(428);
    expect((await call('put', '/reaudit').set('if-match', '"4"').send({ enabled: true })).status).toBe(412);
    expect((await call('put', '/reaudit').set('if-match', '"0"').send({ enabled: true, quietMinutes: 0 })).status).toBe(400);
    await call('put', '/reaudit').set('if-match', '"0"').send({ enabled: true }).expect(200);
  });

  it('is audited once, by one job for every change that came before the register was quiet', async () => {
    test.clock.set('2026-11-23T09:10:00Z');
    await write('drafts');
    expect(await tickAt('2026-11-23T09:11:00Z')).toBe(1);
    const [first] = await done();
    expect(first).toMatchObject({ state: 'done', askedBy: { kind: 'system' } });
    expect(await affected()).toMatchObject({ everything: null, total: 0 });
    for (const minute of [20, 21, 22]) {
      test.clock.set(`2026-11-23T09:${minute}:00Z`);
      await write(`minute-${minute}`);
      expect(await tickAt(`2026-11-23T09:${minute}:30Z`)).toBe(1);
    }
    expect(await tickAt('2026-11-23T09:24:00Z')).toBe(2);
    await done();
    expect(await tickAt('2026-11-23T09:30:00Z')).toBe(2);
    expect(await affected()).toMatchObject({ total: 0, audited: { asOf: '2026-11-23T09:24:00.000Z' } });
  });

  it('is audited though the changes do not end', async () => {
    let jobs = 2;
    for (let minute = 0; minute < 22; minute++) {
      test.clock.set(new Date(Date.parse('2026-11-23T10:00:00Z') + minute * 60_000).toISOString());
      await write(`restless-${minute}`);
      jobs = await tickAt(new Date(test.clock.now().getTime() + 1000).toISOString());
    }
    expect(jobs).toBe(3);
    await done();
  });

  it('is not asked for again and again where the audit fails, nor on another day alone', async () => {
    await tickAt('2026-11-23T11:00:00Z');
    await done();
    const before = (await asked()).length;
    expect(await tickAt('2026-11-24T11:00:00Z')).toBe(before);
    expect(await affected()).toMatchObject({ everything: expect.stringContaining('another day') as unknown });
    expect(await tickAt('2026-11-24T13:00:00Z')).toBe(before);
  });
});
