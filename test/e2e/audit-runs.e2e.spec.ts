import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { ScheduledAuditService } from '../../src/server/audits/scheduled-audit.service.js';
import { systemPrincipal } from '../../src/server/platform/authorization/system-principal.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { OrganisationScope } from '../../src/server/platform/database/organisation-scope.js';
import { type TestApp, startTestApp } from './test-app.js';

jest.setTimeout(180_000);

const example = resolve('examples/nordlicht');
const exampleFiles = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(example, 'report')))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(example.length + 1), content: readFileSync(path, 'utf8') }));
const asOf = '2026-11-23T12:00:00Z';

const call = (test: TestApp, method: 'get' | 'post', path: string): request.Test => request(test.server)[method](`/api/v1/${path}`).set('authorization', `Bearer ${test.key}`);

async function importExample(test: TestApp): Promise<void> {
  const body = { collection: 'nordlicht', reason: 'as found', files: exampleFiles };
  const { body: preview } = await call(test, 'post', 'register/imports').send(body).expect(200);
  await call(test, 'post', 'register/imports').send({ ...body, expects: (preview as { digest: string }).digest }).expect(201);
}

/** Findings with all that an audit moves, but for when and by which audit. */
async function findingsOf(test: TestApp): Promise<readonly unknown[]> {
  const { body } = await call(test, 'get', 'findings?limit=1000&sort=subject').expect(200);
  return (body as { items: Readonly<Record<string, unknown>>[] }).items.map(({ audit: _audit, ...finding }) => finding);
}

describe('an audit of a register of more deployments than are judged at once', () => {
  let inOneGo: TestApp;
  let byRanges: TestApp;
  beforeAll(async () => {
    [inOneGo, byRanges] = [await startTestApp(), await startTestApp({ deploymentsAtOnce: 1 })];
    for (const test of [inOneGo, byRanges]) await importExample(test);
  });
  afterAll(async () => {
    await inOneGo?.close();
    await byRanges?.close();
  });
  const count = async (table: string): Promise<number> => {
    const [row]: { count: string }[] = await byRanges.app.get(OrganisationScope).run(firstOrganisation, (manager) => manager.query(`SELECT count(*) AS count FROM ${table}`));
    return Number(row?.count);
  };

  it('has the bytes and moves the findings of one in one go, and leaves nothing behind', async () => {
    const [whole, ranged] = [await call(inOneGo, 'post', 'audits').send({ asOf }).expect(201), await call(byRanges, 'post', 'audits').send({ asOf }).expect(201)];
    expect(ranged.text).toBe(whole.text);
    expect((await call(byRanges, 'get', `audits/${String(ranged.headers['x-audit-id'])}`).expect(200)).text).toBe(whole.text);
    expect(await count('audit_results')).toBeGreaterThan(4);
    expect(await findingsOf(byRanges)).toEqual(await findingsOf(inOneGo));
    expect((await findingsOf(byRanges)).length).toBeGreaterThan(10);
    expect(await count('audit_runs')).toBe(0);
  });

  it('comes about as a job, with an answer that is kept under its key', async () => {
    const { body: job } = await call(byRanges, 'post', 'jobs').send({ kind: 'register-audit', input: { asOf } }).expect(201);
    const { id } = job as { id: string };
    for (;;) {
      const { body } = await call(byRanges, 'get', `jobs/${id}`).expect(200);
      const { state, progress } = body as { state: string; progress: unknown };
      if (state === 'done') {
        expect(progress).toMatchObject({ done: expect.any(Number) as number, what: 'done' });
        break;
      }
      expect(['waiting', 'running']).toContain(state);
      await sleep(50);
    }
    const result = await call(byRanges, 'get', `jobs/${id}/result`).expect(200);
    const keyed = (): request.Test => call(byRanges, 'post', 'audits').set('idempotency-key', 'once').send({ asOf });
    const first = await keyed().expect(201);
    const second = await keyed().expect(201);
    expect(first.text).toBe(result.text);
    expect(second.text).toBe(first.text);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(await count('audit_runs')).toBe(0);
  });

  it('prints the report and verifies it', async () => {
    const audit = await call(byRanges, 'post', 'audits').send({ asOf }).expect(201);
    const pdf = (await call(byRanges, 'get', `audits/${String(audit.headers['x-audit-id'])}/report.pdf`).buffer(true).expect(200)).body as Buffer;
    const { body } = await call(byRanges, 'post', 'reports/verify').set('content-type', 'application/pdf').send(pdf).expect(200);
    expect(body).toMatchObject({ conclusion: 'verified' });
  });

  it('leaves nothing behind where a schedule finds nothing new, nor where it is not stored', async () => {
    const { id } = (await call(byRanges, 'post', 'schedules').send({ name: 'Changes', cron: '0 8 * * 1', report: { template: 'board-brief' }, condition: 'changed' }).expect(201)).body as { id: string };
    const runs = async (): Promise<readonly string[]> => ((await call(byRanges, 'get', `schedules/${id}/runs`).expect(200)).body as { items: { state: string }[] }).items.map(({ state }) => state);
    for (const [at, states] of [['12:00:00', ['reported']], ['12:00:01', ['skipped', 'reported']]] as const) {
      byRanges.clock.set(`2026-11-23T${at}Z`);
      await call(byRanges, 'post', `schedules/${id}/run`).expect(202);
      for (let waited = 0; (await runs()).includes('waiting') && waited < 60_000; waited += 100) await sleep(100);
      expect([await runs(), await count('audit_runs')]).toEqual([states, 0]);
    }
    const clearing: (() => Promise<void>)[] = [];
    const asker = systemPrincipal(firstOrganisation, firstOrganisation);
    await byRanges.app.get(ScheduledAuditService).prepare(asker, {}, { askedAt: byRanges.clock.now(), signal: new AbortController().signal, afterwards: (work) => void clearing.push(work) });
    expect([await count('audit_runs'), clearing.length]).toEqual([1, 1]);
    for (const work of clearing) await work();
    expect([await count('audit_runs'), await count('audit_ranges')]).toEqual([0, 0]);
  });

  it('refuses as one in one go does, and leaves nothing behind', async () => {
    const [whole, ranged] = [await call(inOneGo, 'post', 'audits').send({ packs: ['transfer'] }).expect(422), await call(byRanges, 'post', 'audits').send({ packs: ['transfer'] }).expect(422)];
    const { instance: _one, requestId: _first, ...told } = whole.body as Record<string, unknown>;
    expect(ranged.body).toMatchObject(told);
    expect(await count('audit_runs')).toBe(0);
  });
});
