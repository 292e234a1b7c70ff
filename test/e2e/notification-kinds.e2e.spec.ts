import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { type DeliveryPage } from '../../src/server/deliveries/delivery-shapes.js';
import { DeliveryOptions } from '../../src/server/deliveries/delivery-options.js';
import { type NotificationPage } from '../../src/server/notifications/notification-shapes.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { Secret } from '../../src/server/platform/config/secret.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { signInAs, type Browser } from './browser.js';
import { startMailServer, startPostServer, type MailServer, type PostServer } from './delivery-receivers.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(180_000);

const manifest = (deployments: string, more = ''): string => `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [${deployments}]\n${more}`;
const deployment = (id: string, owner: string): string => `{ id: ${id}, name: ${id}, model: bloom, provider: own, purpose: translation, owner: ${owner} }`;
const hook = (name: string, url: string) => ({ name, url: new Secret('the test', () => Promise.resolve(url)), secret: undefined, form: 'domicile' as const, ca: undefined, privateNetwork: true });

const leaning = (more: string): string => `domicile: 1
effective: 2026-11-20
${more}organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: openai, name: OpenAI, kind: model-api, reference: openai-api }]
models: [{ id: gpt-5, catalogue: gpt-5, weightsAvailability: api-only }]
deployments:
  - id: assistant
    model: gpt-5
    provider: openai
    route: closed-api
    environment: production
    flows:
      - { id: prompts, stage: prompt, to: openai, personalData: true, subjectCountries: [DE], processingCountries: [US], storageCountries: [US], scope: region, retentionDays: 10, retentionNeededDays: 20 }
`;
const overlay = `overlay: acme
providers:
  - id: openai-api
    name: OpenAI under the Acme contract
    kind: model-api
    selfHosted: false
    country: US
    parents: [{ name: OpenAI group, country: US, state: settled, from: 2015-12-11 }]
    cloudActReach: yes
    retention: { days: 0, detail: zero retention approved in writing }
    noSource: contract 4711, kept by the legal department
    asOf: 2026-10-01
    reviewBy: 2026-12-31
    confidence: verified-in-source
`;

interface Told {
  readonly title: string;
  readonly facts: { readonly counts: Readonly<Record<string, number>>; readonly first: readonly { readonly kind: string; readonly subject: string; readonly title: string }[] };
}

describe('notifications of', () => {
  let test: TestApp;
  let hooks: PostServer;
  let mail: MailServer;
  beforeEach(async () => {
    hooks = await startPostServer();
    mail = await startMailServer();
    test = await startTestApp({ delivery: { ...DeliveryOptions.none, email: { host: '127.0.0.1', port: mail.port, security: 'none', credential: undefined, ca: undefined, from: 'Domicile <domicile@acme.example>', domains: [], attachUpTo: 1_000_000 }, webhooks: [hook('all', `${hooks.url}/all`), hook('team', `${hooks.url}/team`)] } });
  });
  afterEach(async () => {
    await test.close();
    await hooks.close();
    await mail.close();
  });

  const call = (method: 'get' | 'post' | 'put', path: string): request.Test => request(test.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${test.key}`);
  const tickAt = async (time: string): Promise<void> => {
    test.clock.set(time);
    await test.app.get(Ticker).tick();
    await delivered();
  };
  const list = async (kind: string): Promise<NotificationPage['items']> => ((await call('get', `/notifications?limit=200&kind=${kind}`).expect(200)).body as NotificationPage).items;
  const settle = async (terms: object): Promise<void> => void (await call('put', '/notifications/settings').set('if-match', '"0"').send(terms).expect(200));
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (await holds()) return;
      await sleep(100);
    }
    throw new Error('what does not come about');
  };
  const delivered = (): Promise<void> => until(async () => ((await call('get', '/deliveries?limit=200')).body as DeliveryPage).items.every(({ state }) => state !== 'waiting'));
  const told = (path: string): readonly Told[] => hooks.posts.filter((post) => post.path === path).map(({ body }) => JSON.parse(body) as Told);
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const body = { collection: 'acme', reason: 'test', files: Object.entries(files).map(([path, content]) => ({ path, content })) };
    const { digest } = (await call('post', '/register/imports').send(body)).body as { digest: string };
    await call('post', '/register/imports').send({ ...body, expects: digest }).expect(201);
  };
  const asOwner = async (sql: string, values: unknown[] = []): Promise<void> => {
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('app.organisation', '${firstOrganisation}', false)`);
    await owner.query(sql, values);
    await owner.end();
  };

  it('a scheduled run that failed reaches the recipients of its report, and no dead message tells of itself for ever', async () => {
    await settle({ routes: [{ kinds: ['delivery-dead', 'run-failed'], recipients: [{ kind: 'webhook', name: 'all' }] }] });
    const { id } = (await call('post', '/schedules').send({ name: 'Monday', cron: '0 8 * * 1', recipients: [{ kind: 'webhook', name: 'team' }] }).expect(201)).body as ScheduleView;
    hooks.answers.push((response) => void response.writeHead(410).end(), (response) => void response.writeHead(410).end());
    await tickAt('2026-11-30T08:00:00Z');
    await until(async () => ((await call('get', `/schedules/${id}/runs`)).body as { items: { state: string }[] }).items.every(({ state }) => state === 'failed'));
    await tickAt('2026-11-30T08:20:00Z');
    expect(await list('run-failed')).toMatchObject([{ subject: `schedule/${id}`, title: expect.stringMatching(/^Monday, 2026-11-30T08:00:00\.000Z: .*register was empty/) as string }]);
    expect([told('/all').length, told('/team').map(({ facts }) => facts.counts)]).toEqual([1, [{ 'run-failed': 1 }]]);
    for (const time of ['2026-11-30T08:40:00Z', '2026-11-30T09:00:00Z', '2026-11-30T09:20:00Z']) await tickAt(time);
    expect(await list('delivery-dead')).toHaveLength(2);
    expect(hooks.posts).toHaveLength(2);
  });

  it('a report that could not be delivered stand in the list and go where the settings say', async () => {
    await write({ 'domicile.yaml': manifest(deployment('one', 'languages')) });
    await settle({ routes: [{ kinds: ['delivery-dead'], recipients: [{ kind: 'webhook', name: 'all' }] }] });
    await call('post', '/schedules').send({ name: 'Monday', cron: '0 8 * * 1', recipients: [{ kind: 'webhook', name: 'team' }] }).expect(201);
    hooks.answers.push((response) => void response.writeHead(410).end());
    await tickAt('2026-11-30T08:00:00Z');
    await until(async () => hooks.posts.length > 0);
    await delivered();
    await tickAt('2026-11-30T08:20:00Z');
    await tickAt('2026-11-30T08:40:00Z');
    expect(await list('delivery-dead')).toMatchObject([{ title: expect.stringMatching(/^Monday: .*410/) as string }]);
    expect(told('/all').map(({ facts }) => facts.counts)).toEqual([{ 'delivery-dead': 1 }]);
  });

  it('waivers come once at 30, 7 and 1 days before their end, and not after it', async () => {
    const owner = await signInAs(test, 'omar@example.org', ['model-owner'], ['languages']);
    const officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    await write({ 'domicile.yaml': manifest(deployment('one', 'languages')) });
    const { findings } = JSON.parse((await call('post', '/audits').send({}).expect(201)).text) as { findings: { fingerprint: string; subject: string }[] };
    const { id } = (await owner.call('post', '/api/v1/waivers').send({ findings: [findings.find(({ subject }) => subject === 'deployment/one')?.fingerprint], reason: 'migration', justification: 'moves with the release of March', expiresAt: '2027-03-01' }).expect(201)).body as { id: string };
    await owner.call('post', `/api/v1/waivers/${id}/submit`).set('if-match', '"1"').send({ remark: 'please' }).expect(200);
    await officer.call('post', `/api/v1/waivers/${id}/approve`).set('if-match', '"2"').send({ remark: 'fine' }).expect(200);
    for (const time of ['2027-01-20', '2027-01-30', '2027-01-31', '2027-02-10', '2027-02-22', '2027-02-23', '2027-02-27', '2027-02-28', '2027-03-02', '2027-03-10']) await tickAt(`${time}T00:00:00Z`);
    const times = (await list('waiver-expiring')).map(({ at }) => at.slice(0, 10)).reverse();
    const { expiresAt } = (await call('get', `/waivers/${id}`)).body as { expiresAt: string };
    expect([expiresAt.slice(0, 10), times]).toEqual(['2027-03-01', ['2027-01-30', '2027-02-22', '2027-02-28']]);
  });

  it('waivers and own policies that wait for approval come once each time they are put up for it', async () => {
    await settle({ everyMinutes: 5, routes: [{ kinds: ['approval-wanted', 'policy-approval-wanted'], recipients: [{ kind: 'webhook', name: 'all' }] }] });
    const owner = await signInAs(test, 'omar@example.org', ['model-owner'], ['languages']);
    const officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    const lawyer = await signInAs(test, 'lea@example.org', ['legal']);
    await write({ 'domicile.yaml': manifest(deployment('one', 'languages')) });
    const { findings } = JSON.parse((await call('post', '/audits').send({}).expect(201)).text) as { findings: { fingerprint: string; subject: string }[] };
    const waiver = (await owner.call('post', '/api/v1/waivers').send({ findings: [findings.find(({ subject }) => subject === 'deployment/one')?.fingerprint], reason: 'migration', justification: 'moves with the release of March', expiresAt: '2027-03-01' }).expect(201)).body as { id: string; name: string };
    const text = 'apiVersion: domicile/v1\nkind: PolicyOverlay\nmetadata: { id: stricter }\nextends: { pack: resilience, version: "1" }\nrules: { RES-01: { severity: critical } }\n';
    const policy = (await officer.call('post', '/api/v1/policies/own').send({ name: 'stricter', text, remark: 'the board wants it' }).expect(201)).body as { id: string };
    const step = async (who: Browser, path: string, version: number): Promise<void> => void (await who.call('post', `/api/v1/${path}`).set('if-match', `"${version}"`).send({ remark: 'please' }).expect(200));
    await tickAt('2026-11-23T12:05:00Z');
    expect([await list('approval-wanted'), await list('policy-approval-wanted')]).toEqual([[], []]);
    await step(owner, `waivers/${waiver.id}/submit`, 1);
    await step(officer, `policies/own/${policy.id}/submit`, 1);
    await tickAt('2026-11-23T12:10:00Z');
    await tickAt('2026-11-23T12:15:00Z');
    expect(await list('approval-wanted')).toMatchObject([{ subject: `waiver/${waiver.id}`, title: expect.stringContaining(waiver.name) as string }]);
    expect(await list('policy-approval-wanted')).toMatchObject([{ subject: `policy/${policy.id}`, title: 'stricter' }]);
    expect(told('/all').map(({ facts }) => facts.counts)).toEqual([{ 'approval-wanted': 1, 'policy-approval-wanted': 1 }]);
    await step(lawyer, `policies/own/${policy.id}/reject`, 2);
    await step(officer, `policies/own/${policy.id}/submit`, 3);
    await tickAt('2026-11-23T12:20:00Z');
    await step(lawyer, `policies/own/${policy.id}/approve`, 4);
    await tickAt('2026-11-23T12:25:00Z');
    expect([(await list('policy-approval-wanted')).length, told('/all').map(({ facts }) => facts.counts)]).toEqual([2, [{ 'approval-wanted': 1, 'policy-approval-wanted': 1 }, { 'policy-approval-wanted': 1 }]]);
  });

  it('deployments that nobody has confirmed for long go to the people of their units alone, until they confirm', async () => {
    await settle({ confirmAfterDays: 30, routes: [] });
    const people: Record<string, Browser> = { languages: await signInAs(test, 'lea@example.org', ['model-owner'], ['languages'], true), claims: await signInAs(test, 'carl@example.org', ['model-owner'], ['claims'], true), nobody: await signInAs(test, 'nora@example.org', ['auditor'], ['languages']) };
    await write({ 'domicile.yaml': manifest([deployment('one', 'languages'), deployment('two', 'languages'), deployment('three', 'claims')].join(', ')) });
    await tickAt('2026-12-22T00:00:00Z');
    expect(await list('record-unconfirmed')).toEqual([]);
    await tickAt('2026-12-24T12:00:00Z');
    await tickAt('2026-12-26T12:00:00Z');
    expect((await list('record-unconfirmed')).map(({ subject }) => subject).sort()).toEqual(['deployment/one', 'deployment/three', 'deployment/two']);
    expect(mail.mails.map(({ envelopeTo, text }) => [envelopeTo[0], ['one', 'two', 'three'].filter((id) => text?.includes(`- ${id}:`))])).toEqual(expect.arrayContaining([['lea@example.org', ['one', 'two']], ['carl@example.org', ['three']]]));
    expect(mail.mails).toHaveLength(2);

    people['languages'] = await signInAs(test, 'lena@example.org', ['model-owner'], ['languages'], true);
    const confirm = (who: Browser, id: string, tag = '"1"') => who.call('post', `/api/v1/register/records/deployment/${id}/confirm`).set('if-match', tag);
    const lena = people['languages'];
    expect((await lena.call('post', '/api/v1/register/records/deployment/one/confirm')).status).toBe(428);
    expect((await confirm(lena, 'one', '"7"')).status).toBe(412);
    expect((await confirm(lena, 'three')).status).toBe(404);
    expect((await confirm(lena, 'one').expect(200)).body).toMatchObject({ record: 'deployment/one', revision: 1, confirmedAt: '2026-12-26T12:00:00.000Z', confirmedBy: { kind: 'user', id: lena.id } });
    await tickAt('2027-01-24T12:00:00Z');
    expect(await list('record-unconfirmed')).toHaveLength(3);
    await tickAt('2027-01-26T12:00:00Z');
    expect((await list('record-unconfirmed')).map(({ title }) => title)[0]).toBe('one: 2026-12-26');
    expect((await call('get', '/log?limit=1000')).text).toContain('register.confirm');
  });

  it('reference facts that changed results say which, and what else was another', async () => {
    const packs = ['processors', 'transfers'];
    await write({ 'domicile.yaml': leaning('') });
    await call('post', '/audits').send({ packs }).expect(201);
    test.clock.set('2026-11-23T13:00:00Z');
    await call('post', '/audits').send({ packs }).expect(201);
    await tickAt('2026-11-23T13:20:00Z');
    expect(await list('facts-shock')).toEqual([]);
    test.clock.set('2026-11-23T14:00:00Z');
    await write({ 'domicile.yaml': leaning('facts: [facts.yaml]\n'), 'facts.yaml': overlay });
    await call('post', '/audits').send({ packs }).expect(201);
    await tickAt('2026-11-23T14:20:00Z');
    await tickAt('2026-11-23T14:40:00Z');
    expect((await list('facts-shock')).map(({ title }) => title)).toEqual([expect.stringMatching(/^non-conforming → non-conforming; .*fail \d+ → \d+; .*the register changed as well$/)]);
    test.clock.set('2026-11-23T15:00:00Z');
    await call('post', '/audits').send({ packs }).expect(201);
    await asOwner("UPDATE audits SET facts_digest = 'sha256:other', conclusion = 'conforming' WHERE id = (SELECT max(id::text)::uuid FROM audits)");
    await tickAt('2026-11-23T15:20:00Z');
    expect((await list('facts-shock'))[0]?.title).toBe('non-conforming → conforming');
  });

  it("facts of the organisation's own that are overdue, as those of the installation, and those that cannot be read", async () => {
    await write({ 'domicile.yaml': leaning('facts: [facts.yaml]\n'), 'facts.yaml': overlay.replace('2026-12-31', '2026-10-31') });
    await tickAt('2026-11-24T00:00:00Z');
    expect((await list('fact-stale')).map(({ title }) => title)).toContain('provider/openai-api: 2026-10-31');
    await write({ 'domicile.yaml': leaning('facts: [facts.yaml]\n'), 'facts.yaml': 'overlay: lax\nprovidres: []\n' });
    await tickAt('2026-11-24T01:00:00Z');
    expect((await list('fact-stale')).filter(({ subject }) => subject === 'facts').map(({ title }) => title)).toEqual([expect.stringContaining('providres')]);
  });

  it('findings that what runs is not what was cleared are told apart from others', async () => {
    await asOwner(
      `INSERT INTO findings (organisation_id, fingerprint, rule_id, pack, severity, severity_rank, subject, state, version, opened_at, changed_at, audit_id, finding) VALUES ($1, 'f', 'CLR-01', 'clearance', 'high', 1, 'deployment/one', 'open', 1, $2, $2, '00000000-0000-7000-8000-000000000001', '{}')`,
      [firstOrganisation, test.clock.now()],
    );
    await asOwner("INSERT INTO finding_events (organisation_id, id, fingerprint, at, actor_kind, actor, what, details) VALUES ($1, gen_random_uuid(), 'f', $2, 'user', '00000000-0000-7000-8000-000000000001', 'opened', '{}')", [firstOrganisation, test.clock.now()]);
    await settle({ routes: [{ kinds: ['clearance-differs'], recipients: [{ kind: 'webhook', name: 'all' }] }] });
    await tickAt('2026-11-23T12:01:00Z');
    expect([await list('critical-finding'), (await list('clearance-differs')).map(({ title }) => title), told('/all').map(({ facts }) => facts.counts)]).toEqual([[], ['CLR-01: deployment/one'], [{ 'clearance-differs': 1 }]]);
  });
});
