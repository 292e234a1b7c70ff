import pg from 'pg';
import request from 'supertest';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(180_000);

const cleared = 'a'.repeat(64);
const other = 'b'.repeat(64);
const end = '2027-05-31';
const nowhere = '01990000-0000-7000-8000-000000000000';

interface State {
  readonly weights?: string;
  readonly image?: string;
  readonly to?: string;
  readonly more?: string;
}

const digest = (of: string): string => `, imageDigest: "sha256:${of}"`;

/** One deployment in which the packs that it names find nothing, unless data goes elsewhere. */
const manifest = ({ weights = `, sha256: ${cleared}`, image = digest(cleared), to = 'own', more = '' }: State): string => `domicile: 1
packs: [processors, transfers]
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }, { id: away, name: Away Inc, kind: model-api, country: US }]
models: [{ id: bloom, name: BLOOM, weightsAvailability: open }]
weights: [{ id: w, model: bloom, file: bloom.safetensors${weights} }]
deployments:
  - id: translate
    name: Translation
    model: bloom
    provider: own
    owner: languages
    route: self-hosted
    environment: production
    status: live
    engine: { id: vllm, telemetry: disabled, offline: true, image: acme/vllm${image} }
    flows: [{ id: prompts, stage: prompt, to: ${to}, personalData: ${String(to !== 'own')} }]
    ${more}
`;

interface Audited {
  readonly id: string;
  readonly text: string;
  readonly result: AuditResult;
  /** What the pack on clearances finds. */
  readonly found: readonly string[];
}

interface Clearance {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

describe('a clearance', () => {
  let test: TestApp;
  let officer: Browser;
  beforeEach(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    await apply({});
  });
  afterEach(() => test.close());

  const apply = async (state: State): Promise<void> => {
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest(state) }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
  };
  const audit = async (body: object = {}, who = officer): Promise<Audited> => {
    const { headers, text } = await who.call('post', '/api/v1/audits').send(body).expect(201);
    const result = JSON.parse(text) as AuditResult;
    return { id: String(headers['x-audit-id']), text, result, found: result.findings.filter(({ pack }) => pack === 'clearance').map(({ ruleId, verdict }) => `${ruleId} ${verdict}`) };
  };
  const ask = (audited: { readonly id: string }, more: object = {}, who = officer): request.Test => who.call('post', '/api/v1/clearances').send({ deployment: 'translate', audit: audited.id, expiresAt: end, reason: 'looked at it', ...more });
  const clear = async (): Promise<string> => ((await ask(await audit()).expect(201)).body as { id: string }).id;
  const read = async (id: string, who = officer): Promise<Clearance> => (await who.call('get', `/api/v1/clearances/${id}`).expect(200)).body as Clearance;
  const revoke = (id: string, who = officer): request.Test => who.call('post', `/api/v1/clearances/${id}/revoke`).send({ reason: 'a flaw became known' });
  const asksClearance = ({ result }: Audited): boolean => result.rules.some(({ pack }) => pack === 'clearance');

  it('lets run what an audit saw, and every later audit asks whether that is what runs', async () => {
    const before = await audit();
    expect([before.result.conclusion, asksClearance(before)]).toEqual(['conforming', false]);
    const { headers, body } = await ask(before).expect(201);
    expect(body).toMatchObject({ name: 'C-1' });
    expect((await officer.call('get', String(headers['location'])).expect(200)).body).toMatchObject({ deployment: 'translate', audit: before.id, state: 'in-force', weights: [{ artefact: 'w', sha256: cleared }], imageDigest: `sha256:${cleared}`, grantedBy: officer.id, expiresAt: '2027-05-31T00:00:00.000Z' });
    const after = await audit({ packs: ['transfers'] });
    expect([after.result.conclusion, asksClearance(after), after.found]).toEqual(['conforming', true, []]);
    expect(after.result.digests.snapshot).not.toBe(before.result.digests.snapshot);
    const { body: log } = await officer.call('get', '/api/v1/log?limit=100').expect(200);
    expect(JSON.stringify(log)).toContain('clearance.grant');
    expect(JSON.stringify(log)).not.toContain('looked at it');

    await apply({ weights: `, sha256: ${other}` });
    expect((await audit()).found).toEqual(['CLR-01 fail']);
    await apply({ weights: '' });
    expect((await audit()).found).toEqual(['CLR-01 unknown']);
    await apply({ image: digest(other) });
    expect((await audit()).found).toEqual(['CLR-02 fail']);
    await apply({ image: '' });
    expect((await audit()).found).toEqual(['CLR-02 unknown']);
    await apply({});
    expect((await audit()).found).toEqual([]);
  });

  it('ends with its time, and a new one is given on an audit that finds nothing else', async () => {
    await clear();
    test.clock.set(`${end}T00:00:00Z`);
    const again = await signInAs(test, 'late@example.org', ['compliance-officer']);
    const late = await audit({}, again);
    expect(late.found).toEqual(['CLR-03 fail']);
    await ask(late, { expiresAt: '2027-12-31' }, again).expect(201);
    expect((await audit({}, again)).found).toEqual([]);
    expect((await again.call('get', '/api/v1/clearances?deployment=translate').expect(200)).body).toMatchObject({ total: 2, items: [{ name: 'C-2', state: 'in-force' }, { name: 'C-1', state: 'replaced' }] });
    expect((await again.call('get', '/api/v1/clearances?limit=1').expect(200)).body).toMatchObject({ total: 2, next: 2, items: [{ name: 'C-2' }] });
    expect((await again.call('get', '/api/v1/clearances?limit=1&after=2').expect(200)).body).toMatchObject({ next: null, items: [{ name: 'C-1' }] });
    expect((await again.call('get', '/api/v1/clearances?deployment=x').expect(200)).body).toMatchObject({ total: 0, items: [] });
  });

  it('that is revoked is a finding and brings none before it back, while audits of earlier stay as they were', async () => {
    await clear();
    const replacing = await clear();
    const during = await audit();
    const printed = (await officer.call('get', `/api/v1/audits/${during.id}/report.pdf`).buffer(true).expect(200)).body as Buffer;
    test.clock.set('2026-11-23T12:10:00Z');
    expect((await revoke(replacing).expect(200)).body).toMatchObject({ state: 'revoked', revokedAt: '2026-11-23T12:10:00.000Z', revokedBy: officer.id });
    await revoke(replacing).expect(409);
    expect((await audit()).found).toEqual(['CLR-03 fail']);
    expect((await audit({ asOf: '2026-11-23T12:09:59Z' })).found).toEqual([]);
    const verified = await officer.call('post', '/api/v1/reports/verify').set('content-type', 'application/pdf').send(printed).expect(200);
    expect(verified.body).toMatchObject({ conclusion: 'verified' });
  });

  it('is given only where nothing stands against it, and names what does', async () => {
    const whole = await audit();
    const stale = await audit({ asOf: '2026-11-23T11:59:59Z', revision: 1 });
    const sent = await officer.call('post', '/api/v1/checks').send({ files: [{ path: 'domicile.yaml', content: manifest({}) }] }).expect(201);
    const refused: readonly (readonly [request.Test, number, RegExp])[] = [
      [ask({ id: nowhere }), 404, /no audit/],
      [ask(whole, { deployment: 'other' }), 409, /deployment\/other is not in that audit/],
      [ask(whole, { expiresAt: '2026-11-23T12:00:00Z' }), 400, /not after now/],
      [ask(whole, { expiresAt: '2027-11-25' }), 400, /more than 366 days/],
      [ask(whole, { reason: ' ' }), 400, /reason/],
      [ask(await audit({ packs: ['transfers'] })), 409, /the pack processors .* was not asked/],
      [ask(await audit({ only: ['model/bloom'] })), 409, /deployment\/translate is not in the part/],
      [ask({ id: String(sent.headers['x-audit-id']) }), 409, /files that were sent/],
      [ask(stale), 409, /register has changed/],
      [ask(await audit({ asOf: '2026-11-24' })), 409, /instant to come/],
      [revoke(nowhere), 404, /no clearance/],
    ];
    for (const [asked, status, detail] of refused) expect((await asked.expect(status)).body).toMatchObject({ detail: expect.stringMatching(detail) });
    const states: readonly (readonly [State, RegExp])[] = [
      [{ to: 'away' }, /(TRF|DPA)-\d+ (fail|unknown)/],
      [{ weights: '' }, /weights\/w \(bloom\.safetensors\) has no sha256/],
      [{ image: '' }, /image acme\/vllm of deployment\/translate has no imageDigest/],
    ];
    for (const [state, detail] of states) {
      await apply(state);
      expect((await ask(whole).expect(409)).body).toMatchObject({ detail: expect.stringContaining('register has changed') });
      const { body } = await ask(await audit()).expect(409);
      expect((body as { errors: { detail: string }[] }).errors.map((each) => each.detail)).toEqual(expect.arrayContaining([expect.stringMatching(detail)]));
    }
    await apply({});
    const fresh = await audit();
    test.clock.set('2026-12-01T12:00:00Z');
    const later = await signInAs(test, 'later@example.org', ['approver']);
    expect((await ask(fresh, {}, later).expect(409)).body).toMatchObject({ detail: expect.stringContaining('7 days ago') });
    expect((await later.call('get', '/api/v1/clearances').expect(200)).body).toMatchObject({ total: 0 });
  });

  it('is given by people alone, of their own units where they have any', async () => {
    const audited = await audit();
    const key = (path: string): request.Test => request(test.server).post(path).set('authorization', `Bearer ${test.key}`);
    expect((await key('/api/v1/clearances').send({ deployment: 'translate', audit: audited.id, expiresAt: end, reason: 'x' }).expect(403)).body).toMatchObject({ detail: expect.stringContaining('by a person') });
    await ask(audited, {}, await signInAs(test, 'omar@example.org', ['model-owner'], ['languages'])).expect(403);
    const stranger = await signInAs(test, 'sam@example.org', ['model-owner', 'risk-officer'], ['claims'], true);
    await ask(audited, {}, stranger).expect(403);
    const id = await clear();
    await key(`/api/v1/clearances/${id}/revoke`).send({ reason: 'x' }).expect(403);
    await stranger.call('get', `/api/v1/clearances/${id}`).expect(404);
    expect((await stranger.call('get', '/api/v1/clearances').expect(200)).body).toMatchObject({ total: 0, items: [] });
    const own = await signInAs(test, 'lea@example.org', ['model-owner'], ['languages'], true);
    expect(await read(id, own)).toMatchObject({ name: 'C-1' });
  });

  it('given twice at once has two numbers, and the later one counts', async () => {
    const audited = await audit();
    const answers = await Promise.all([ask(audited), ask(audited, { expiresAt: '2027-01-31' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const { body } = await officer.call('get', '/api/v1/clearances').expect(200);
    expect(body).toMatchObject({ items: [{ name: 'C-2', state: 'in-force' }, { name: 'C-1', state: 'replaced' }] });
    const [, first] = (body as { items: Clearance[] }).items;
    expect((await revoke(String(first?.id)).expect(409)).body).toMatchObject({ detail: expect.stringContaining('replaced') });
  });

  it('counts as it is recorded, whatever a file says', async () => {
    await apply({ more: `cleared: { at: 2026-11-01, expires: 2027-01-01, audit: mine, weights: [${other}] }` });
    const claimed = await audit({ packs: ['clearance'] });
    expect(claimed.found).toEqual(['CLR-04 fail']);
    expect(claimed.result.problems).toContainEqual(expect.objectContaining({ file: 'acme/domicile.yaml', code: 'cleared-elsewhere', level: 'warning' }));
    await clear();
    expect((await audit()).found).toEqual([]);
  });

  it('is of one organisation', async () => {
    const id = await clear();
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await owner.query("INSERT INTO organisations (id, name) VALUES ($1, 'Other')", [nowhere]);
    for (const table of ['audits', 'clearances']) await owner.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('organisation_id', $1::text))).* FROM ${table} t`, [nowhere]);
    await owner.query("UPDATE clearances SET id = $1, deployment = 'theirs' WHERE organisation_id = $1", [nowhere]);
    await owner.end();
    await officer.call('get', `/api/v1/clearances/${nowhere}`).expect(404);
    await revoke(nowhere).expect(404);
    expect((await officer.call('get', '/api/v1/clearances').expect(200)).body).toMatchObject({ total: 1, items: [{ id }] });
  });
});
