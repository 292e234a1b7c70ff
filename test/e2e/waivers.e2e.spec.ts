import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = (more: string): string => `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments: [{ id: translate, name: Translation, model: bloom, provider: own, purpose: translation, owner: languages${more} }]
`;
const changed = ', criticality: critical';

interface Finding {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly pack: string;
  readonly subject: string;
  readonly verdict: string;
  readonly waiver: { readonly id: string; readonly state: string } | null;
}

interface Waiver {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly version: number;
  readonly pack: string;
  readonly approverRoles: readonly string[];
  readonly events: readonly { readonly what: string; readonly details: object }[];
}

describe('a waiver', () => {
  let test: TestApp;
  let owner: Browser;
  let officer: Browser;
  beforeEach(async () => {
    test = await startTestApp();
    owner = await signInAs(test, 'omar@example.org', ['model-owner'], ['languages']);
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    await apply(manifest(''));
  });
  afterEach(() => test.close());

  const apply = async (content: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
  };
  const audit = async (): Promise<readonly Finding[]> => (JSON.parse((await officer.call('post', '/api/v1/audits').send({}).expect(201)).text) as { findings: readonly Finding[] }).findings;
  const draft = (findings: readonly string[], more: object = {}): object => ({ findings, reason: 'migration', justification: 'moves with the release of March', expiresAt: '2027-03-31', ...more });
  const request = async (findings: readonly string[]): Promise<Waiver> => (await owner.call('post', '/api/v1/waivers').send(draft(findings)).expect(201)).body as Waiver;
  const step = (who: Browser, { id }: Waiver, name: string, version: number): ReturnType<Browser['call']> => who.call('post', `/api/v1/waivers/${id}/${name}`).set('if-match', `"${version}"`).send({ remark: 'looked at it' });
  const read = async ({ id }: Waiver): Promise<Waiver> => (await owner.call('get', `/api/v1/waivers/${id}`).expect(200)).body as Waiver;
  const approved = async (findings: readonly string[]): Promise<Waiver> => {
    const waiver = await request(findings);
    await step(owner, waiver, 'submit', 1).expect(200);
    return (await step(officer, waiver, 'approve', 2).expect(200)).body as Waiver;
  };
  /** An undecided finding that reads how critical the deployment is, among other things. */
  const onCriticality = (findings: readonly Finding[]): Finding | undefined => findings.find(({ ruleId, subject }) => ruleId === 'RES-01' && subject === 'deployment/translate');

  it('waives nothing until someone else approves it, then is shown beside the finding, and ends with its time', async () => {
    const [first] = await audit();
    const id = String(first?.fingerprint);
    const waiver = await request([id]);
    expect(waiver).toMatchObject({ name: 'W-1', state: 'draft', pack: first?.pack, approvals: [] });
    expect((await audit()).find(({ fingerprint }) => fingerprint === id)?.waiver).toBeNull();
    await step(owner, waiver, 'submit', 1).expect(200);
    expect((await audit()).find(({ fingerprint }) => fingerprint === id)?.waiver).toBeNull();
    await step(owner, waiver, 'approve', 2).expect(403);
    expect((await step(officer, waiver, 'approve', 2).expect(200)).body).toMatchObject({ state: 'approved', approvals: [{ by: officer.id, role: 'compliance-officer' }] });
    const after = await audit();
    expect(after.find(({ fingerprint }) => fingerprint === id)).toMatchObject({ verdict: first?.verdict, waiver: { id: 'W-1', state: 'active' } });
    expect(after.filter(({ waiver: given }) => given !== null)).toHaveLength(1);
    expect((await owner.call('get', '/api/v1/findings?state=waived').expect(200)).body).toMatchObject({ total: 1, items: [{ fingerprint: id }] });

    test.clock.set('2027-03-31T00:00:00Z');
    const [again, later] = [await signInAs(test, 'late@example.org', ['compliance-officer']), await signInAs(test, 'later@example.org', ['auditor'])];
    await again.call('post', '/api/v1/audits').send({}).expect(201);
    expect((await later.call('get', '/api/v1/waivers?state=expired').expect(200)).body).toMatchObject({ total: 1, items: [{ name: 'W-1', state: 'expired' }] });
    expect((await later.call('get', '/api/v1/waivers?state=approved').expect(200)).body).toMatchObject({ total: 0 });
    expect((await later.call('get', '/api/v1/waivers?expiresBefore=2027-03-31').expect(200)).body).toMatchObject({ total: 0 });
    expect((await later.call('get', '/api/v1/waivers?expiresBefore=2027-03-31T00:00:01Z').expect(200)).body).toMatchObject({ total: 1 });
    expect((await later.call('get', `/api/v1/findings/${id}`).expect(200)).body).toMatchObject({ state: 're-opened' });
  });

  it('opens again when the facts it was approved on change', async () => {
    const finding = onCriticality(await audit());
    const waiver = await approved([String(finding?.fingerprint)]);
    expect(onCriticality(await audit())?.waiver).toMatchObject({ id: waiver.name });
    await apply(manifest(changed));
    expect(onCriticality(await audit())).toMatchObject({ verdict: 'unknown', waiver: null });
    const { state, events } = await read(waiver);
    expect(state).toBe('re-opened');
    expect(events.map(({ what }) => what)).toEqual(['drafted', 'submitted', 'approved', 're-opened']);
    await step(owner, waiver, 'submit', 4).expect(200);
    await step(officer, waiver, 'approve', 5).expect(200);
    expect(onCriticality(await audit())?.waiver).toMatchObject({ id: waiver.name });
  });

  it('opens again as a whole when one of several findings has changed', async () => {
    const findings = await audit();
    const changing = onCriticality(findings);
    const staying = findings.find(({ ruleId, subject, pack }) => ruleId !== 'RES-01' && subject === 'deployment/translate' && pack === changing?.pack);
    const waiver = await approved([String(changing?.fingerprint), String(staying?.fingerprint)]);
    expect((await audit()).filter(({ waiver: given }) => given !== null)).toHaveLength(2);
    await apply(manifest(changed));
    const after = await audit();
    expect(onCriticality(after)?.waiver).toBeNull();
    expect((await read(waiver)).state).toBe('re-opened');
    expect((await audit()).filter(({ waiver: given }) => given !== null)).toEqual([]);
  });

  it('is not brought along by whoever audits', async () => {
    await owner.call('post', '/api/v1/audits').send({ waivers: [{ path: 'waivers.yaml', content: 'kind: Waiver' }] }).expect(400);
  });

  it('is approved only on what the last audit saw of the register as it is', async () => {
    const [first] = await audit();
    const waiver = await request([String(first?.fingerprint)]);
    await step(owner, waiver, 'submit', 1).expect(200);
    await apply(manifest(changed));
    expect((await step(officer, waiver, 'approve', 2).expect(409)).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('audit it again') });
    await audit();
    await step(officer, waiver, 'approve', 2).expect(200);
  });

  it('is approved by nobody without a role that the pack asks for', async () => {
    const [first] = await audit();
    const waiver = await request([String(first?.fingerprint)]);
    await step(owner, waiver, 'submit', 1).expect(200);
    const other = ['data-protection-officer', 'legal', 'risk-officer', 'security-officer'].find((name) => !waiver.approverRoles.includes(name));
    const stranger = await signInAs(test, 'sam@example.org', [other === 'legal' ? 'legal' : other === 'risk-officer' ? 'risk-officer' : other === 'security-officer' ? 'security-officer' : 'data-protection-officer']);
    expect((await step(stranger, waiver, 'approve', 2).expect(403)).body).toMatchObject({ detail: expect.stringContaining('compliance-officer') });
    const general = await signInAs(test, 'gil@example.org', ['approver']);
    await step(general, waiver, 'approve', 2).expect(403);
  });

  it('cannot be approved by an officer who requested it', async () => {
    const [first] = await audit();
    const waiver = (await officer.call('post', '/api/v1/waivers').send(draft([String(first?.fingerprint)])).expect(201)).body as Waiver;
    await step(officer, waiver, 'submit', 1).expect(200);
    expect((await step(officer, waiver, 'approve', 2).expect(403)).body).toMatchObject({ detail: expect.stringContaining('requested') });
    await step(officer, waiver, 'reject', 2).expect(403);
  });

  it('goes back, is changed by who requested it and comes again, or ends', async () => {
    const findings = await audit();
    const id = String(findings[0]?.fingerprint);
    const waiver = await request([id]);
    await step(owner, waiver, 'submit', 1).expect(200);
    await step(officer, waiver, 'reject', 2).expect(200);
    const change = (who: Browser, version: number): ReturnType<Browser['call']> => who.call('put', `/api/v1/waivers/${waiver.id}`).set('if-match', `"${version}"`).send(draft([id], { justification: 'with the measure now' }));
    await change(officer, 3).expect(403);
    await change(owner, 2).expect(412);
    await change(owner, 3).expect(200);
    await step(owner, waiver, 'submit', 4).expect(200);
    await step(officer, waiver, 'approve', 5).expect(200);
    await step(owner, waiver, 'withdraw', 6).expect(200);
    expect((await audit()).find(({ fingerprint }) => fingerprint === id)?.waiver).toBeNull();
    await step(owner, waiver, 'withdraw', 7).expect(409);
    const { events } = await read(waiver);
    expect(events.map(({ what }) => what)).toEqual(['drafted', 'submitted', 'rejected', 'changed', 'submitted', 'approved', 'withdrawn']);
    expect(JSON.stringify((await officer.call('get', '/api/v1/log').expect(200)).body)).not.toContain('looked at it');
  });

  it('is refused with words where it cannot be', async () => {
    const findings = await audit();
    const id = String(findings[0]?.fingerprint);
    const other = findings.find(({ pack }) => pack !== findings[0]?.pack)?.fingerprint ?? '';
    const wrong: readonly (readonly [object, RegExp])[] = [
      [draft([]), /findings/],
      [draft(['0'.repeat(32)]), /no finding/],
      [draft([id, other]), /several packs/],
      [draft([id], { expiresAt: '2026-11-01' }), /expiresAt/],
      [draft([id], { expiresAt: '2036-11-01' }), /days/],
      [draft([id], { justification: ' ' }), /justification/],
      [draft([id], { justification: 'a\0b' }), /U\+0000/],
    ];
    for (const [body, detail] of wrong) expect((await owner.call('post', '/api/v1/waivers').send(body).expect(400)).body).toMatchObject({ code: 'invalid-request', detail: expect.stringMatching(detail) });
    await owner.call('get', '/api/v1/waivers/01990000-0000-7000-8000-000000000000').expect(404);
    const waiver = await request([id]);
    await owner.call('post', `/api/v1/waivers/${waiver.id}/submit`).expect(428);
    await step(officer, waiver, 'approve', 1).expect(409);
  });

  it('of ten requests at once has ten numbers', async () => {
    const [first] = await audit();
    const names = (await Promise.all(Array.from({ length: 10 }, () => request([String(first?.fingerprint)])))).map(({ name }) => name);
    expect(new Set(names).size).toBe(10);
    const { body } = await officer.call('get', '/api/v1/waivers?limit=4').expect(200);
    expect(body).toMatchObject({ total: 10, next: 7 });
    expect((await officer.call('get', '/api/v1/waivers?limit=4&after=7').expect(200)).body).toMatchObject({ items: [{ name: 'W-6' }, { name: 'W-5' }, { name: 'W-4' }, { name: 'W-3' }] });
  });
});
