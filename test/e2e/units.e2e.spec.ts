import request from 'supertest';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const acme = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
legalEntities: [{ id: acme-se, name: Acme SE, seat: DE }]
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models:
  - { id: bloom, name: BLOOM }
  - { id: shared, name: Shared }
  - { id: secret, name: Secret of personnel }
  - { id: idle, name: Used by nobody }
deployments:
  - { id: claims-bot, name: Claims, model: bloom, provider: own, purpose: claims, owner: claims, fallback: { model: shared } }
  - { id: hr-bot, name: Personnel, model: secret, provider: own, purpose: personnel, owner: hr, fallback: { model: shared }, flows: [{ id: prompts, stage: prompt, from: intranet, to: own }] }
  - { id: se-bot, name: Of the SE, model: shared, provider: own, purpose: search, owner: search, legalEntity: acme-se }
  - { id: orphan, name: Of nobody, model: shared, provider: own, purpose: search }
`;

type Method = Parameters<Browser['call']>[0];

describe('units', () => {
  let test: TestApp;
  let officer: Browser;
  let owner: Browser;
  let confined: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    owner = await signInAs(test, 'omar@example.org', ['model-owner'], ['claims']);
    confined = await signInAs(test, 'clara@example.org', ['model-owner'], ['claims'], true);
    await apply(officer, acme, 'acme');
    await officer.call('post', '/api/v1/audits').send({}).expect(201);
  });
  afterAll(() => test.close());

  const body = (content: string, collection: string): object => ({ collection, reason: 'as found', files: [{ path: 'domicile.yaml', content }] });
  const apply = async (who: Browser, content: string, collection: string): Promise<void> => {
    const preview = await who.call('post', '/api/v1/register/imports').send(body(content, collection)).expect(200);
    await who.call('post', '/api/v1/register/imports').send({ ...body(content, collection), expects: (preview.body as { digest: string }).digest }).expect(201);
  };
  const path = (kind: string, id: string): string => `/api/v1/register/records/${kind}/${encodeURIComponent(id)}`;
  const tag = async (address: string): Promise<string> => String((await officer.call('get', address).expect(200)).headers['etag']);
  const state = async (who: Browser, kind: string, id: string, value: object): Promise<{ status: number; body: { code?: string; detail?: string; errors?: readonly { pointer: string; detail: string }[] } }> => {
    const now = await officer.call('get', path(kind, id));
    const sent = who.call('put', path(kind, id));
    return (now.status === 404 ? sent.set('if-none-match', '*') : sent.set('if-match', String(now.headers['etag']))).send({ value, reason: 'as I know it' });
  };
  const findingOn = async (subject: string): Promise<{ readonly fingerprint: string; readonly version: number }> => {
    const { items } = (await officer.call('get', `/api/v1/findings?subject=${encodeURIComponent(subject)}`).expect(200)).body as { items: readonly { fingerprint: string; version: number }[] };
    if (items[0] === undefined) throw new Error(`no finding on ${subject}`);
    return items[0];
  };
  const keys = async (who: Browser, query = ''): Promise<readonly string[]> => ((await who.call('get', `/api/v1/register/records?limit=1000&${query}`).expect(200)).body as { items: readonly { key: string }[] }).items.map(({ key }) => key);

  it('let a model owner state what their own deployments are and use, and nothing of others, shared or of nobody', async () => {
    expect((await state(owner, 'deployment', 'claims-bot', { criticality: 'important' })).status).toBe(200);
    expect((await state(owner, 'model', 'bloom', { developer: 'BigScience' })).status).toBe(200);
    expect((await state(owner, 'deployment', 'claims-chat', { owner: 'claims', model: 'fresh' })).status).toBe(201);
    expect((await state(owner, 'model', 'fresh', { name: 'Fresh' })).status).toBe(201);
    for (const [kind, id, value, why] of [
      ['deployment', 'hr-bot', { owner: 'claims' }, /^deployment\/hr-bot is of another unit: hr, so it is not yours to change; your units are claims: ask an administrator/],
      ['deployment', 'claims-bot', { owner: 'hr' }, /^deployment\/claims-bot is of no unit, since a deployment of it names neither/],
      ['deployment', 'orphan', { owner: 'claims' }, /^deployment\/orphan is of no unit, since a deployment of it names neither owner nor legalEntity/],
      ['deployment', 'new-bot', { name: 'New' }, /is of no unit/],
      ['deployment', 'new-bot', { name: 'New', owner: 'hr' }, /is of another unit: hr/],
      ['model', 'shared', { name: 'Mine' }, /is of (another|no) unit/],
      ['model', 'idle', { name: 'Mine' }, /is of no unit, since no deployment uses it/],
      ['provider', 'own', { country: 'US' }, /is of no unit/],
      ['organisation', 'acme', { seat: 'US' }, /is of no unit/],
      ['dataFlow', 'hr-bot/prompts', { stage: 'log' }, /is of another unit/],
      ['dataFlow', 'hr-bot/more', { deployment: 'hr-bot' }, /is of another unit/],
    ] as const)
      expect([kind, id, await state(owner, kind, id, value)]).toEqual([kind, id, expect.objectContaining({ status: 403, body: expect.objectContaining({ code: 'not-allowed', detail: expect.stringMatching(why) }) })]);
    expect((await state(officer, 'deployment', 'hr-bot', { criticality: 'low' })).status).toBe(200);
  });

  it('refuse an import that touches records of others, naming them, before and after the preview', async () => {
    const mine = 'domicile: 1\ndeployments:\n  - { id: claims-mail, name: Mail, owner: claims, model: bloom }\n';
    await apply(owner, mine, 'claims');
    const wide = `${mine}  - { id: hr-bot, name: Mine now, owner: claims }\nproviders: [{ id: own, name: Mine }]\n`;
    for (const expects of [{}, { expects: `sha256:${'0'.repeat(64)}` }]) {
      const { body: problem } = await owner.call('post', '/api/v1/register/imports').send({ ...body(wide, 'claims'), ...expects }).expect(403);
      expect(problem).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('deployment/hr-bot (and 1 more) is of another unit: hr') });
      expect((problem as { errors: readonly { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(['deployment/hr-bot', 'provider/own']);
    }
    await owner.call('post', '/api/v1/register/imports').send({ collection: 'acme', reason: 'away', withdraw: ['domicile.yaml'] }).expect(403);
    const steering = await owner.call('post', '/api/v1/register/imports').send(body(`${mine}packs: [transfers]\n`, 'claims')).expect(403);
    expect(steering.body).toMatchObject({ detail: expect.stringContaining('names packs, facts or waivers') });
    const { body: job } = await owner.call('post', '/api/v1/jobs').send({ kind: 'import', input: body(wide, 'claims') }).expect(201);
    for (let tries = 0; tries < 100; tries++) {
      const { body: now } = await owner.call('get', `/api/v1/jobs/${(job as { id: string }).id}`).expect(200);
      const { state: standing, problem } = now as { state: string; problem: { code: string } | null };
      if (standing === 'failed') return expect(problem).toMatchObject({ code: 'not-allowed' });
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the import job did not end');
  });

  it('keep findings, waivers and evidence of others as they are', async () => {
    const mine = await findingOn('deployment/claims-bot');
    const theirs = await findingOn('deployment/hr-bot');
    const nobodys = await findingOn('organisation/acme').catch(() => findingOn('deployment/orphan'));
    await owner.call('patch', `/api/v1/findings/${mine.fingerprint}`).set('if-match', `"${mine.version}"`).send({ state: 'in-progress', assignee: owner.id }).expect(200);
    for (const { fingerprint, version } of [theirs, nobodys]) {
      await owner.call('patch', `/api/v1/findings/${fingerprint}`).set('if-match', `"${version}"`).send({ state: 'in-progress' }).expect(403);
      await owner.call('post', `/api/v1/findings/${fingerprint}/comments`).send({ text: 'not mine' }).expect(403);
      await owner.call('post', '/api/v1/waivers').send({ findings: [fingerprint], reason: 'migration', justification: 'moves', expiresAt: '2027-01-31' }).expect(403);
      await owner.call('get', `/api/v1/findings/${fingerprint}`).expect(200);
    }
    const { body: waiver } = await officer.call('post', '/api/v1/waivers').send({ findings: [theirs.fingerprint], reason: 'migration', justification: 'moves', expiresAt: '2027-01-31' }).expect(201);
    await owner.call('post', `/api/v1/waivers/${(waiver as { id: string }).id}/withdraw`).set('if-match', '"1"').send({ remark: 'away' }).expect(403);
    await confined.call('get', `/api/v1/waivers/${(waiver as { id: string }).id}`).expect(404);
    expect((await confined.call('get', '/api/v1/waivers').expect(200)).body).toMatchObject({ total: 0, items: [] });
    await owner.call('post', '/api/v1/waivers').send({ findings: [mine.fingerprint], reason: 'migration', justification: 'moves', expiresAt: '2027-01-31' }).expect(201);
    expect((await confined.call('get', '/api/v1/waivers').expect(200)).body).toMatchObject({ total: 1 });

    const document = (more: object): object => ({ type: 'contract', title: 'Contract', fileName: 'a.txt', mediaType: 'text/plain', effective: '2026-01-01', content: Buffer.from('text').toString('base64'), ...more });
    await owner.call('post', '/api/v1/evidence').send(document({ record: 'deployment/claims-bot' })).expect(201);
    const kept = (await officer.call('post', '/api/v1/evidence').send(document({ record: 'deployment/hr-bot' })).expect(201)).body as { id: string };
    for (const more of [{ record: 'deployment/hr-bot' }, {}, { record: 'provider/own' }, { record: 'deployment/claims-bot', revises: kept.id }]) expect((await owner.call('post', '/api/v1/evidence').send(document(more)).expect(403)).body).toMatchObject({ code: 'not-allowed' });
    await confined.call('get', `/api/v1/evidence/${kept.id}`).expect(404);
    await confined.call('get', `/api/v1/evidence/${kept.id}/content`).expect(404);
    expect((await confined.call('get', '/api/v1/evidence?limit=1').expect(200)).body).toMatchObject({ total: 1, items: [{ record: 'deployment/claims-bot' }], next: null });
    expect((await owner.call('get', '/api/v1/evidence').expect(200)).body).toMatchObject({ total: 2 });
  });

  it('hide the records of others from someone who reads own ones only: listed, counted, searched, exported and read', async () => {
    const seen = await keys(confined);
    expect(seen).toEqual(expect.arrayContaining(['deployment/claims-bot', 'model/bloom', 'model/shared', 'organisation/acme', 'provider/own', 'entity/acme-se']));
    for (const key of ['deployment/hr-bot', 'deployment/orphan', 'deployment/se-bot', 'model/secret', 'model/idle', 'flow/hr-bot/prompts']) expect(seen).not.toContain(key);
    expect((await confined.call('get', '/api/v1/register/records?limit=1').expect(200)).body).toMatchObject({ total: seen.length });
    expect(await keys(confined, 'search=hr')).toEqual([]);
    expect(await keys(confined, 'where=owner%3Dhr')).toEqual([]);
    expect(await keys(confined, 'revision=1&kind=deployment')).toEqual(['deployment/claims-bot']);
    expect((await confined.call('get', '/api/v1/register/export?kind=deployment').expect(200)).text).not.toContain('hr-bot');
    for (const [kind, id] of [['deployment', 'hr-bot'], ['model', 'secret'], ['dataFlow', 'hr-bot/prompts']] as const) {
      expect((await confined.call('get', path(kind, id)).expect(404)).body).toMatchObject({ code: 'unknown-record' });
      await confined.call('get', `${path(kind, id)}/versions`).expect(404);
      expect((await state(confined, kind, id, {})).status).toBe(404);
      await confined.call('delete', `${path(kind, id)}?reason=away`).set('if-match', await tag(path(kind, id))).expect(404);
    }
    const page = (await confined.call('get', '/api/v1/findings?limit=1000').expect(200)).body as { items: readonly { subject: string }[]; total: number; counts: Record<string, number> };
    expect(page.items.some(({ subject }) => subject === 'deployment/claims-bot')).toBe(true);
    expect(page.items.filter(({ subject }) => /hr-bot|orphan|secret|idle|se-bot/.test(subject))).toEqual([]);
    expect([page.total, Object.values(page.counts).reduce((sum, each) => sum + each, 0)]).toEqual([page.items.length, page.items.length]);
    const theirs = await findingOn('deployment/hr-bot');
    await confined.call('get', `/api/v1/findings/${theirs.fingerprint}`).expect(404);
    await confined.call('post', `/api/v1/findings/${theirs.fingerprint}/comments`).send({ text: 'x' }).expect(404);
    await confined.call('post', '/api/v1/waivers').send({ findings: [theirs.fingerprint], reason: 'migration', justification: 'moves', expiresAt: '2027-01-31' }).expect(400);
  });

  it('give someone who reads own ones only no way around: audits, collections, jobs of others, or a deployment that uses what is hidden', async () => {
    const { body: audits } = await officer.call('get', '/api/v1/audits').expect(200);
    const audit = (audits as { items: readonly { id: string }[] }).items[0]?.id;
    for (const [method, address] of [['get', '/api/v1/audits'], ['get', `/api/v1/audits/${audit}`], ['get', `/api/v1/audits/${audit}/report.pdf`], ['post', '/api/v1/audits'], ['get', '/api/v1/register/collections'], ['get', '/api/v1/register/revisions']] as [Method, string][]) {
      const { status } = await confined.call(method, address).send(method === 'get' ? undefined : {});
      expect([method, address, status]).toEqual([method, address, 403]);
    }
    await confined.call('post', '/api/v1/jobs').send({ kind: 'register-audit', input: {} }).expect(403);
    const { body: job } = await officer.call('post', '/api/v1/jobs').send({ kind: 'import', input: body(acme, 'acme') }).expect(201);
    await confined.call('get', `/api/v1/jobs/${(job as { id: string }).id}`).expect(404);
    expect((await confined.call('get', '/api/v1/jobs').expect(200)).body).toMatchObject({ total: 0 });
    expect((await state(confined, 'deployment', 'claims-spy', { owner: 'claims', model: 'secret' })).body).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('yours to read') });
    expect((await state(owner, 'deployment', 'claims-spy', { owner: 'claims', model: 'shared' })).status).toBe(201);
    await confined.call('post', '/api/v1/register/imports').send(body('domicile: 1\ndeployments: [{ id: claims-x, owner: claims }]\n', 'acme')).expect(403);
  });

  it('leave whoever works for all of them as they were, whatever units they have', async () => {
    for (const roles of [['administrator'], ['compliance-officer'], ['auditor']] as const) {
      const person = await signInAs(test, `${roles[0]}-x@example.org`, [...roles], ['claims'], true);
      expect(await keys(person)).toEqual(await keys(officer));
      await person.call('get', '/api/v1/audits').expect(200);
    }
  });

  it('are set by an administrator alone, logged, and count at once; those of a key bound it', async () => {
    const root = await signInAs(test, 'root@example.org', ['administrator']);
    await owner.call('patch', `/api/v1/users/${owner.id}`).send({ units: ['hr'] }).expect(403);
    expect((await root.call('patch', `/api/v1/users/${owner.id}`).send({ units: ['entity/acme-se', 'entity/acme-se'] }).expect(200)).body).toMatchObject({ units: ['entity/acme-se'], readsOwnOnly: false });
    expect((await state(owner, 'deployment', 'se-bot', { criticality: 'low', legalEntity: 'acme-se', owner: 'search' })).status).toBe(200);
    expect((await state(owner, 'deployment', 'claims-bot', { criticality: 'low' })).status).toBe(403);
    await root.call('patch', `/api/v1/users/${owner.id}`).send({ units: [] }).expect(200);
    expect((await state(owner, 'deployment', 'se-bot', { criticality: 'important' })).body.detail).toContain('you belong to no unit');
    const { entries } = (await root.call('get', '/api/v1/log?limit=1000').expect(200)).body as { entries: readonly { details: string }[] };
    expect(entries.some(({ details }) => details.includes('"units":["entity/acme-se"]'))).toBe(true);

    const make = (more: object): request.Test => root.call('post', '/api/v1/keys').send({ name: 'ci', scopes: ['register:read', 'register:write'], expiresAt: '2027-06-30T00:00:00Z', ...more });
    const { body: made } = await make({ units: ['claims'], readsOwnOnly: true }).expect(201);
    const { key } = made as { key: string };
    await request(test.server).get(path('deployment', 'hr-bot')).set('authorization', `Bearer ${key}`).expect(404);
    await request(test.server).put(path('deployment', 'claims-bot')).set('authorization', `Bearer ${key}`).set('if-match', await tag(path('deployment', 'claims-bot'))).send({ value: { criticality: 'standard' }, reason: 'x' }).expect(200);
    await make({ readsOwnOnly: true }).expect(400);
    await make({ units: ['claims'], scopes: ['user:manage'] }).expect(400);
  });
});
