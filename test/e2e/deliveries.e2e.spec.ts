import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { UsersService } from '../../src/server/access/users.service.js';
import { type DeliveryPage, type DeliveryView, type Recipient } from '../../src/server/deliveries/delivery-shapes.js';
import { type Principal } from '../../src/server/platform/authorization/principal.js';
import { readDeliveryChannels } from '../../src/server/platform/config/read-delivery-channels.js';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { type RunView, type ScheduleView } from '../../src/server/schedules/schedule-shapes.js';
import { signInAs } from './browser.js';
import { startMailServer, startPostServer, type MailServer, type PostServer } from './delivery-receivers.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation }]\n';
const secrets = { MAIL_PASSWORD: 'pass-of-the-mail-server', HOOK_SECRET: 'secret-of-the-webhook' };

describe('a delivery', () => {
  const base = mkdtempSync(join(tmpdir(), 'deliveries-'));
  const small = join(base, 'small');
  const mounted = (mkdirSync(small), spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small]).status === 0);
  let test: TestApp;
  let self: Principal;
  let mail: MailServer;
  let hooks: PostServer;
  let second = 0;
  beforeAll(async () => {
    mail = await startMailServer({ user: 'domicile', password: secrets.MAIL_PASSWORD });
    hooks = await startPostServer();
    mkdirSync(join(base, 'archive'));
    const file = join(base, 'delivery.yaml');
    writeFileSync(
      file,
      `email: { host: 127.0.0.1, port: ${mail.port}, security: none, credential: { user: domicile, password: { env: MAIL_PASSWORD } }, from: 'Domicile <domicile@acme.example>', domains: [board.example], attachUpTo: 10000000 }
webhooks:
  - { name: grc, url: '${hooks.url}/grc', secret: { env: HOOK_SECRET }, privateNetwork: true }
  - { name: slack, url: '${hooks.url}/slack', form: slack, privateNetwork: true }
  - { name: teams, url: '${hooks.url}/teams', form: teams, privateNetwork: true }
  - { name: closed, url: '${hooks.url}/closed' }
  - { name: named, url: 'http://localhost:${new URL(hooks.url).port}/named' }
folders:
  - { name: archive, path: archive }
  - { name: small, path: small }
retrySeconds: [0.1, 0.1]
`,
    );
    test = await startTestApp({ delivery: await readDeliveryChannels(file, secrets), address: new PublicAddress('https://domicile.acme.example') });
    const found = await test.app.get(ApiKeysService).principalOf(test.key);
    if (found === undefined) throw new Error('the first key is nobody');
    self = found;
    const body = { collection: 'acme', reason: 'test', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = (await call('post', '/register/imports').send(body)).body as { digest: string };
    await call('post', '/register/imports').send({ ...body, expects: digest }).expect(201);
  });
  afterAll(async () => {
    await test.close();
    await mail.close();
    await hooks.close();
    if (mounted) spawnSync('umount', [small]);
    rmSync(base, { recursive: true, force: true });
  });
  beforeEach(() => {
    mail.mails.length = 0;
    hooks.posts.length = 0;
  });

  const call = (method: 'get' | 'post' | 'put', path: string): request.Test => request(test.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${test.key}`);
  const schedule = (recipients: readonly Recipient[], more: object = {}): request.Test => call('post', '/schedules').send({ name: 'Report', cron: '0 8 * * 1', report: { template: 'board-brief' }, recipients, ...more });
  const ended = async (origin: string): Promise<DeliveryView[]> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const { items } = (await call('get', `/deliveries?origin=${origin}`)).body as DeliveryPage;
      if (items.length > 0 && items.every(({ state }) => state !== 'waiting')) return items;
      await sleep(100);
    }
    throw new Error('deliveries that do not end');
  };
  /** Runs a schedule with these recipients and waits for what came of each. */
  const deliver = async (...recipients: Recipient[]): Promise<{ readonly run: RunView; readonly deliveries: DeliveryView[] }> => {
    test.clock.set(new Date(Date.parse('2026-11-24T08:00:00Z') + ++second * 1000).toISOString());
    const { id } = (await schedule(recipients).expect(201)).body as ScheduleView;
    const run = (await call('post', `/schedules/${id}/run`).expect(202)).body as RunView;
    const deliveries = await ended(`schedule-run/${run.id}`);
    const { items } = (await call('get', `/schedules/${id}/runs`)).body as { items: RunView[] };
    return { run: items[0] ?? run, deliveries };
  };

  it('by e-mail brings the report, which our own verification knows as that of its audit', async () => {
    const { run, deliveries } = await deliver({ kind: 'email', address: 'chair@board.example' });
    expect(deliveries).toMatchObject([{ state: 'delivered', event: 'report', recipient: { address: 'chair@board.example' }, attempts: [{ outcome: 'delivered' }] }]);
    const [received, ...others] = mail.mails;
    expect([others, received?.messageId, received?.envelopeTo]).toEqual([[], `<${deliveries[0]?.id}@acme.example>`, ['chair@board.example']]);
    expect(received?.subject).toMatch(/^Report: (conforming|inconclusive|non-conforming)$/);
    expect(received?.text).toContain(`https://domicile.acme.example/api/v1/audits/${run.audit}/report.pdf`);
    const pdf = received?.attachments[0];
    expect([received?.attachments.length, pdf?.contentType]).toEqual([1, 'application/pdf']);
    const verified = await call('post', '/reports/verify').set('content-type', 'application/pdf').send(pdf?.content);
    expect(verified.body).toMatchObject({ conclusion: 'verified', checks: expect.arrayContaining([expect.objectContaining({ check: 'reproduction', state: 'right' })]) as unknown });
  });

  it('by webhook is signed over timestamp and body, in the form of its receiver', async () => {
    const { run, deliveries } = await deliver({ kind: 'webhook', name: 'grc' }, { kind: 'webhook', name: 'slack' }, { kind: 'webhook', name: 'teams' });
    expect(deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    const at = (path: string): (typeof hooks.posts)[number] | undefined => hooks.posts.find((post) => post.path === path);
    const grc = at('/grc');
    const id = deliveries.find(({ recipient }) => recipient.kind === 'webhook' && recipient.name === 'grc')?.id;
    expect(grc?.headers['domicile-signature']).toBe(`v1=${createHmac('sha256', secrets.HOOK_SECRET).update(`${String(grc?.headers['domicile-timestamp'])}.${grc?.body}`).digest('hex')}`);
    expect([grc?.headers['idempotency-key'], grc?.headers['domicile-delivery']]).toEqual([id, id]);
    expect(JSON.parse(grc?.body ?? '')).toMatchObject({ schema: 'domicile/delivery/1', id, event: 'report', facts: { run: run.id, audit: run.audit, conclusion: run.conclusion } });
    expect(JSON.parse(at('/slack')?.body ?? '')).toEqual({ text: expect.stringContaining('*Report: ') as string });
    expect(JSON.parse(at('/teams')?.body ?? '')).toMatchObject({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] });
  });

  it('is tried again under the same id, and given up, and sent again by hand', async () => {
    mail.refusals.push({ code: 451, message: 'come back' });
    const once = await deliver({ kind: 'email', address: 'chair@board.example' });
    expect(once.deliveries[0]?.attempts).toMatchObject([{ outcome: 'failed', note: expect.stringContaining('come back') as string }, { outcome: 'delivered' }]);
    hooks.answers.push(...Array.from({ length: 3 }, () => (response: ServerResponse) => void response.writeHead(503).end()));
    const { deliveries } = await deliver({ kind: 'webhook', name: 'grc' });
    expect(deliveries).toMatchObject([{ state: 'dead', attempts: [{ outcome: 'failed' }, { outcome: 'failed' }, { outcome: 'failed', note: expect.stringContaining('given up after 3 attempts') as string }] }]);
    const id = deliveries[0]?.id ?? '';
    expect(((await call('get', '/deliveries?state=dead')).body as DeliveryPage).items.map((each) => each.id)).toContain(id);
    const answers = await Promise.all([1, 2].map(() => call('post', `/deliveries/${id}/resend`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await ended(deliveries[0]?.origin ?? '');
    expect(again).toMatchObject([{ id, state: 'delivered' }]);
    expect(new Set(hooks.posts.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([id]));
    expect((await call('post', `/deliveries/${id}/resend`)).status).toBe(409);
  });

  it('that is refused for good is not tried again', async () => {
    mail.refusals.push({ code: 550, message: 'no such mailbox' });
    const { deliveries } = await deliver({ kind: 'email', address: 'gone@board.example' });
    expect(deliveries).toMatchObject([{ state: 'dead', attempts: [{ outcome: 'failed', note: expect.stringContaining('no such mailbox') as string }] }]);
    hooks.answers.push((response) => void response.writeHead(302, { location: `${hooks.url}/elsewhere` }).end());
    expect((await deliver({ kind: 'webhook', name: 'grc' })).deliveries).toMatchObject([{ state: 'dead', attempts: [{ note: expect.stringContaining('302') as string }] }]);
    expect(hooks.posts.map(({ path }) => path)).toEqual(['/grc']);
  });

  it('leads into no private network unless its settings allow it, by address or by name', async () => {
    const { deliveries } = await deliver({ kind: 'webhook', name: 'closed' }, { kind: 'webhook', name: 'named' });
    for (const { state, attempts } of deliveries) expect([state, attempts.length, attempts[0]?.note]).toEqual(['dead', 1, expect.stringContaining('private network')]);
    expect(hooks.posts).toEqual([]);
  });

  it('into a folder is there whole or not at all, under one name, and says when there is no room', async () => {
    const { deliveries } = await deliver({ kind: 'folder', name: 'archive' });
    const files = readdirSync(join(base, 'archive'));
    expect(files).toEqual([deliveries[0]?.attempts[0]?.note]);
    expect(files[0]).toContain(deliveries[0]?.id);
    expect(readFileSync(join(base, 'archive', files[0] ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
    if (!mounted) return console.warn('a full disk was not tried: no file system can be mounted here');
    const full = await deliver({ kind: 'folder', name: 'small' });
    expect(full.deliveries).toMatchObject([{ state: 'dead', attempts: [{ note: expect.stringContaining('ENOSPC') as string }, {}, {}] }]);
    expect(readdirSync(small)).toEqual([]);
  });

  it('goes only to whoever may read it, looked at when it is sent', async () => {
    await signInAs(test, 'administrator@acme.example', ['administrator']);
    const auditor = await signInAs(test, 'auditor@acme.example', ['auditor']);
    const stranger = await signInAs(test, 'stranger@acme.example', []);
    for (const [recipient, why] of [
      [{ kind: 'user', id: stranger.id }, 'audit:read'],
      [{ kind: 'user', id: '01990000-0000-7000-8000-000000000000' }, 'nobody'],
      [{ kind: 'email', address: 'x@elsewhere.example' }, 'elsewhere.example'],
      [{ kind: 'email', address: 'x@board.example@elsewhere.example' }, 'no address'],
      [{ kind: 'email', address: 'x@sub.board.example' }, 'sub.board.example'],
      [{ kind: 'webhook', name: 'nowhere' }, 'nowhere'],
      [{ kind: 'folder', name: '../archive' }, 'archive'],
    ] as const) {
      const { status, text } = await schedule([recipient]);
      expect([status, text]).toEqual([400, expect.stringContaining(why)]);
    }
    expect((await deliver({ kind: 'user', id: auditor.id })).deliveries).toMatchObject([{ state: 'delivered' }]);
    expect(mail.mails.map(({ envelopeTo }) => envelopeTo)).toEqual([['auditor@acme.example']]);
    const { id } = (await schedule([{ kind: 'user', id: auditor.id }]).expect(201)).body as ScheduleView;
    await test.app.get(UsersService).change(self, auditor.id, { roles: [] });
    test.clock.set('2026-11-25T08:00:00Z');
    const run = (await call('post', `/schedules/${id}/run`).expect(202)).body as RunView;
    expect(await ended(`schedule-run/${run.id}`)).toMatchObject([{ state: 'dead', attempts: [{ note: expect.stringContaining('audit:read') as string }] }]);
    expect(mail.mails).toHaveLength(1);
  });

  it('tells the names of the ways out and no secret, in no answer and no line of the log', async () => {
    expect((await call('get', '/deliveries/channels')).body).toEqual({ email: true, domains: ['board.example'], webhooks: ['grc', 'slack', 'teams', 'closed', 'named'], folders: ['archive', 'small'] });
    const everything = `${test.log.join('')}${(await call('get', '/deliveries?limit=200')).text}${(await call('get', '/log?limit=1000')).text}`;
    for (const secret of Object.values(secrets)) expect(everything).not.toContain(secret);
    expect(everything).not.toContain('elsewhere.example"');
    expect((await call('get', '/log?limit=1000')).text).not.toContain('chair@board.example');
  });
});
