import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { type DeliveryPage } from '../../src/server/deliveries/delivery-shapes.js';
import { DeliveryOptions } from '../../src/server/deliveries/delivery-options.js';
import { type NotificationPage } from '../../src/server/notifications/notification-shapes.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { Secret } from '../../src/server/platform/config/secret.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { signInAs } from './browser.js';
import { startPostServer, type PostServer } from './delivery-receivers.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const hook = (name: string, url: string) => ({ name, url: new Secret('the test', () => Promise.resolve(url)), secret: undefined, form: 'domicile' as const, ca: undefined, privateNetwork: true });

describe('notifications', () => {
  let test: TestApp;
  let hooks: PostServer;
  beforeAll(async () => {
    hooks = await startPostServer();
    test = await startTestApp({ delivery: { ...DeliveryOptions.none, webhooks: [hook('all', `${hooks.url}/all`), hook('approvals', `${hooks.url}/approvals`)] } });
  });
  afterAll(async () => {
    await test.close();
    await hooks.close();
  });

  const call = (method: 'get' | 'post' | 'put', path: string): request.Test => request(test.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${test.key}`);
  const tickAt = async (time: string): Promise<void> => {
    test.clock.set(time);
    await test.app.get(Ticker).tick();
  };
  const list = async (query = ''): Promise<NotificationPage> => (await call('get', `/notifications?limit=200${query}`).expect(200)).body as NotificationPage;
  const delivered = async (): Promise<number> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const { items, total } = (await call('get', '/deliveries?limit=200')).body as DeliveryPage;
      if (items.every(({ state }) => state === 'delivered')) return total;
      await sleep(100);
    }
    throw new Error('deliveries that do not end');
  };
  const evidence = (expires: string, title: string): request.Test =>
    call('post', '/evidence').send({ title, type: 'other', fileName: 'a.txt', mediaType: 'text/plain', effective: '2026-01-01', expires, content: Buffer.from(title).toString('base64'), sha256: undefined });
  const asOwner = async (sql: string, values: unknown[] = []): Promise<void> => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await owner.query(sql, values);
    await owner.end();
  };
  const critical = async (number: number): Promise<void> => {
    const finding = { organisation: firstOrganisation, fingerprint: String(number).padStart(32, '0'), at: test.clock.now() };
    await asOwner(
      `DO $$ BEGIN PERFORM set_config('app.organisation', '${finding.organisation}', true);
       INSERT INTO findings (organisation_id, fingerprint, rule_id, pack, severity, severity_rank, subject, state, version, opened_at, changed_at, audit_id, finding) VALUES ('${finding.organisation}', '${finding.fingerprint}', 'TRF-01', 'transfers', 'critical', 0, 'deployment/d${number}', 'open', 1, '${finding.at.toISOString()}', '${finding.at.toISOString()}', '00000000-0000-7000-8000-000000000001', '{}');
       INSERT INTO finding_events (organisation_id, id, fingerprint, at, actor_kind, actor, what, details) VALUES ('${finding.organisation}', gen_random_uuid(), '${finding.fingerprint}', '${finding.at.toISOString()}', 'user', '00000000-0000-7000-8000-000000000001', 'opened', '{}'); END $$`,
    );
  };

  it('go where the settings say, under If-Match, and to nobody who may not receive', async () => {
    const read = await call('get', '/notifications/settings').expect(200);
    expect([read.headers['etag'], read.body]).toMatchObject(['"0"', { daysBefore: [30, 7, 1], routes: [], version: 0 }]);
    const routes = [{ kinds: ['critical-finding', 'evidence-expiring'], recipients: [{ kind: 'webhook', name: 'all' }] }, { kinds: ['approval-wanted'], recipients: [{ kind: 'webhook', name: 'approvals' }] }];
    expect((await call('put', '/notifications/settings').send({ routes })).status).toBe(428);
    expect((await call('put', '/notifications/settings').set('if-match', '"3"').send({ routes })).status).toBe(412);
    const refused = await call('put', '/notifications/settings').set('if-match', '"0"').send({ routes: [{ kinds: ['fact-stale'], recipients: [{ kind: 'webhook', name: 'nowhere' }] }] });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('/routes/0/recipients/0')]);
    expect((await call('put', '/notifications/settings').set('if-match', '"0"').send({ routes, first: 3 }).expect(200)).body).toMatchObject({ version: 1, routes });
  });

  it('tell of evidence once at each step before its end, in one message', async () => {
    test.clock.set('2026-11-23T12:00:00Z');
    await evidence('2027-03-01', 'Agreement').expect(201);
    await tickAt('2026-11-23T12:01:00Z');
    expect((await list('&kind=evidence-expiring')).total).toBe(0);
    for (const time of ['2027-01-31T00:00:00Z', '2027-02-01T00:00:00Z', '2027-02-01T12:00:00Z', '2027-02-22T00:00:00Z', '2027-02-22T01:00:00Z', '2027-02-28T06:00:00Z', '2027-03-02T00:00:00Z']) await tickAt(time);
    expect((await list('&kind=evidence-expiring')).items.map(({ at }) => at)).toEqual(['2027-02-28T06:00:00.000Z', '2027-02-22T00:00:00.000Z', '2027-01-31T00:00:00.000Z']);
    expect([await delivered(), hooks.posts.map(({ path }) => path)]).toEqual([3, ['/all', '/all', '/all']]);
  });

  it('tell of many critical findings in one message with their number and the first, and never again', async () => {
    hooks.posts.length = 0;
    test.clock.set('2027-04-01T00:00:00Z');
    for (let number = 0; number < 40; number++) await critical(number);
    await Promise.all([tickAt('2027-04-01T00:00:00Z'), tickAt('2027-04-01T00:00:00Z')]);
    await tickAt('2027-04-01T00:15:00Z');
    await tickAt('2027-03-31T23:30:00Z');
    await tickAt('2027-04-01T00:30:00Z');
    await delivered();
    expect(hooks.posts).toHaveLength(1);
    const { event, lines, facts } = JSON.parse(hooks.posts[0]?.body ?? '') as { event: string; lines: string[]; facts: { counts: object } };
    expect([event, facts.counts, lines]).toEqual(['notifications', { 'critical-finding': 40 }, ['New critical findings: 40', '- TRF-01: deployment/d0', '- TRF-01: deployment/d1', '- TRF-01: deployment/d2', '… and 37 more'].map((line) => (line.startsWith('-') ? (expect.stringContaining('- TRF-01') as string) : line))]);
    expect((await list('&kind=critical-finding')).total).toBe(40);
  });

  it('are read by each for oneself', async () => {
    const auditor = await signInAs(test, 'auditor@example.org', ['auditor']);
    const before = (await auditor.call('get', '/api/v1/notifications?kind=critical-finding')).body as NotificationPage;
    const ids = before.items.slice(0, 2).map(({ id }) => id);
    await auditor.call('post', '/api/v1/notifications/read').send({ ids }).expect(204);
    await auditor.call('post', '/api/v1/notifications/read').send({ ids }).expect(204);
    const after = (await auditor.call('get', '/api/v1/notifications?kind=critical-finding')).body as NotificationPage;
    expect([after.unread, after.items.filter(({ read }) => read).map(({ id }) => id)]).toEqual([before.unread - 2, ids]);
    expect((await auditor.call('get', '/api/v1/notifications?kind=critical-finding&unread=only')).body).toMatchObject({ total: 38 });
    expect((await list('&kind=critical-finding')).items.some(({ read }) => read)).toBe(false);
    expect((await auditor.call('post', '/api/v1/notifications/read').send({ ids: ['01990000-0000-7000-8000-000000000000'] })).status).toBe(404);
  });

  it('tell of reference facts whose review is overdue', async () => {
    await tickAt('2029-01-01T00:00:00Z');
    expect((await list('&kind=fact-stale')).total).toBeGreaterThan(0);
  });
});
