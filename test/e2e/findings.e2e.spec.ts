import request from 'supertest';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = (deployments: string): string => `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
  - { id: translate, name: Translation, model: bloom, provider: own, purpose: translation, owner: languages }
${deployments}`;
const poor = manifest('  - { id: search, name: Search, model: bloom, provider: own, purpose: search, owner: languages }\n');
const better = manifest('');

interface Finding {
  readonly fingerprint: string;
  readonly state: string;
  readonly severity: string;
  readonly subject: string;
  readonly pack: string;
  readonly version: number;
  readonly events: readonly { readonly what: string; readonly details: object; readonly by: { readonly id: string } }[];
}

interface Page {
  readonly items: readonly Finding[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly audited: { readonly revision: number; readonly stale: boolean } | null;
  readonly next: string | null;
}

describe('findings', () => {
  let test: TestApp;
  let officer: Browser;
  beforeEach(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
  });
  afterEach(() => test.close());

  const apply = async (content: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
  };
  const audit = async (body: object = {}): Promise<{ readonly findings: readonly Finding[] }> => JSON.parse((await officer.call('post', '/api/v1/audits').send(body).expect(201)).text) as { findings: readonly Finding[] };
  const list = async (query = ''): Promise<Page> => (await officer.call('get', `/api/v1/findings?${query}`).expect(200)).body as Page;
  const read = async (id: string): Promise<Finding> => (await officer.call('get', `/api/v1/findings/${id}`).expect(200)).body as Finding;
  const states = async (): Promise<Record<string, string>> => Object.fromEntries((await list('limit=1000')).items.map(({ fingerprint, state }) => [fingerprint, state]));

  it('open with the first audit, end when an audit no longer has them, and open again when one has', async () => {
    expect(await list()).toMatchObject({ total: 0, audited: null });
    await apply(poor);
    const first = await audit();
    expect(await list('limit=1')).toMatchObject({ total: first.findings.length, counts: { open: first.findings.length, resolved: 0 }, audited: { revision: 1, stale: false } });
    await apply(better);
    expect((await list()).audited).toMatchObject({ revision: 1, stale: true });
    const second = await audit();
    const gone = first.findings.map(({ fingerprint }) => fingerprint).filter((id) => !second.findings.some(({ fingerprint }) => fingerprint === id));
    expect(gone.length).toBeGreaterThan(0);
    const after = await states();
    expect(gone.map((id) => after[id])).toEqual(gone.map(() => 'resolved'));
    expect(second.findings.map(({ fingerprint }) => after[fingerprint])).toEqual(second.findings.map(() => 'open'));
    await apply(poor);
    await audit();
    const [id = ''] = gone;
    expect((await read(id)).events.map(({ what }) => what)).toEqual(['opened', 'resolved', 're-opened']);
  });

  it('are moved only by an audit of the present, and only where their rule was asked', async () => {
    await apply(poor);
    await audit();
    const before = await states();
    await apply(better);
    await audit({ revision: 1 });
    await audit({ asOf: '2030-01-01T00:00:00Z', revision: 2 });
    await audit({ asOf: '2026-11-22T00:00:00Z', revision: 2 });
    expect(await states()).toEqual(before);
    await audit({ packs: ['licence-and-use'] });
    const ofSearch = (await list('subject=deployment/search&limit=1000')).items.map(({ pack, state }) => [state, pack === 'licence-and-use']);
    expect(ofSearch.length).toBeGreaterThan(1);
    expect(ofSearch.every(([state, asked]) => state === (asked === true ? 'resolved' : 'open'))).toBe(true);
    expect(new Set(ofSearch.map(([, asked]) => asked))).toEqual(new Set([true, false]));
  });

  it('are moved by an audit of a part where it asked, and nowhere else', async () => {
    await apply(poor);
    await audit({ only: ['deployment/translate'] });
    const opened = (await list('limit=1000')).items;
    expect(new Set(opened.map(({ subject }) => subject))).toEqual(new Set(['deployment/translate', 'model/bloom']));
    expect((await list()).audited).toBeNull();
    const whole = await audit();
    await apply(manifest('  - { id: search, name: Search, model: bloom, provider: own, purpose: search, confirmedAt: 2026-11-20, environment: production, owner: Sales, useTags: [], commercial: false, outputUses: [internal], route: self-hosted, aiAct: { role: deployer, riskClass: minimal, reasoning: None }, dpia: { status: not-required }, processingRecord: { reference: R-1, purposes: true, recipients: true, retention: true, security: true } }\n'));
    const before = await states();
    const part = await audit({ only: ['environment=production'] });
    const inside = new Set(['deployment/search', 'model/bloom']);
    const there = new Set(part.findings.map(({ fingerprint }) => fingerprint));
    const gone = whole.findings.filter(({ fingerprint, subject }) => inside.has(subject) && !there.has(fingerprint));
    expect(gone.length).toBeGreaterThan(0);
    expect(await states()).toEqual({ ...before, ...Object.fromEntries(gone.map(({ fingerprint }) => [fingerprint, 'resolved'])) });
    expect((await list()).audited).toMatchObject({ revision: 1, stale: true });
    for (const only of [['deployment/serach'], ['environment=test'], ['environment=production', 'owner=x']]) {
      const refused = await officer.call('post', '/api/v1/audits').send({ only }).expect(422);
      expect((refused.body as { detail: string }).detail).toContain(only.at(-1));
    }
    await officer.call('post', '/api/v1/audits').send({ only: [] }).expect(400);
  });

  it('are taken up, given to someone and talked about, and every step is kept', async () => {
    await apply(poor);
    const { findings } = await audit();
    const id = String(findings[0]?.fingerprint);
    const path = `/api/v1/findings/${id}`;
    expect((await officer.call('patch', path).send({ state: 'in-progress' }).expect(428)).body).toMatchObject({ code: 'precondition-required' });
    const owner = await signInAs(test, 'omar@example.org', ['model-owner'], ['languages']);
    const taken = await officer.call('patch', path).set('if-match', '"1"').send({ state: 'in-progress', assignee: owner.id, comment: 'asked the provider' }).expect(200);
    expect(taken.headers['etag']).toBe('"2"');
    await officer.call('patch', path).set('if-match', '"1"').send({ assignee: null }).expect(412);
    await owner.call('post', `${path}/comments`).send({ text: '=HYPERLINK("x") is no formula here' }).expect(201);
    await audit();
    const { state, events } = await read(id);
    expect(state).toBe('in-progress');
    expect(events.map(({ what }) => what)).toEqual(['opened', 'started', 'assigned', 'commented', 'commented']);
    expect(events.at(-1)).toMatchObject({ by: { id: owner.id }, details: { text: '=HYPERLINK("x") is no formula here' } });
    expect((await list(`assignee=${owner.id}`)).items.map(({ fingerprint }) => fingerprint)).toEqual([id]);
    expect(JSON.stringify((await officer.call('get', '/api/v1/log').expect(200)).body)).not.toContain('asked the provider');
  });

  it('are resolved by nobody, and by no stranger changed', async () => {
    await apply(poor);
    const { findings } = await audit();
    const path = `/api/v1/findings/${String(findings[0]?.fingerprint)}`;
    await officer.call('patch', path).set('if-match', '"1"').send({ state: 'resolved' }).expect(400);
    await officer.call('patch', path).set('if-match', '"1"').send({}).expect(400);
    await officer.call('patch', path).set('if-match', '"1"').send({ assignee: '01990000-0000-7000-8000-000000000000' }).expect(400);
    await officer.call('get', `/api/v1/findings/${'0'.repeat(32)}`).expect(404);
    await officer.call('get', '/api/v1/findings/nothing').expect(400);
    const auditor = await signInAs(test, 'ada@example.org', ['auditor']);
    await auditor.call('patch', path).set('if-match', '"1"').send({ state: 'in-progress' }).expect(403);
    await apply(better);
    const still = (await audit()).findings.map(({ fingerprint }) => fingerprint);
    const resolved = findings.find(({ fingerprint }) => !still.includes(fingerprint))?.fingerprint ?? '';
    await officer.call('patch', `/api/v1/findings/${resolved}`).set('if-match', '"2"').send({ state: 'open' }).expect(409);
  });

  it('are listed once each, page by page, in every order, and by what fits', async () => {
    await apply(poor);
    const { findings } = await audit();
    for (const sort of ['severity', 'subject', '-changed']) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: Page = await list(`sort=${sort}&limit=3${after === '' ? '' : `&after=${after}`}`);
        seen.push(...page.items.map(({ fingerprint }) => fingerprint));
        after = page.next;
      }
      expect([...seen].sort()).toEqual(findings.map(({ fingerprint }) => fingerprint).sort());
    }
    const weights = ['critical', 'high', 'medium', 'low', 'info'];
    const bySeverity = (await list('limit=1000')).items.map(({ severity }) => weights.indexOf(severity));
    expect(bySeverity).toEqual([...bySeverity].sort());
    const high = await list('severity=high&severity=critical&state=open&subject=deployment/translate&limit=1000');
    expect(high.items.map(({ fingerprint }) => fingerprint).sort()).toEqual(findings.filter(({ severity, subject }) => ['high', 'critical'].includes(severity) && subject === 'deployment/translate').map(({ fingerprint }) => fingerprint).sort());
    expect((await list('search=no_such%25thing')).total).toBe(0);
    for (const query of ['state=fixed', 'severity=bad', 'assignee=me', 'after=xxx', 'limit=0', 'subject=%00']) await officer.call('get', `/api/v1/findings?${query}`).expect(400);
  });

  it('need no session for whoever reads with a key that may', async () => {
    await request(test.server).get('/api/v1/findings').set('authorization', `Bearer ${test.key}`).expect(200);
    await request(test.server).get('/api/v1/findings').expect(401);
  });
});
