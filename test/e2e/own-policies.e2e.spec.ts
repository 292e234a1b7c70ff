import { DataSource } from 'typeorm';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(180_000);

const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
  - { id: translate, name: Translation, model: bloom, provider: own, purpose: translation, owner: languages, criticality: critical }
  - { id: helpdesk, name: Helpdesk, model: bloom, provider: own, purpose: support, owner: service }
`;

const pack = (version: string, { id = 'house-rules', severity = 'high', check = "deployment.criticality != 'critical'", more = '' } = {}): string => `apiVersion: domicile/v1
kind: PolicyPack
metadata: { id: ${id}, title: House rules, version: ${version}, owner: Acme GmbH, inventorySchema: domicile/1 }
fixtures:
  calm: { deployment: { id: a, criticality: low } }
rules:
  - id: HOUSE-01
    title: Nothing critical runs on BLOOM
    severity: ${severity}
    subject: deployment
    controls: [GDPR-32]
    rationale: The board decided it.
    check: ${check}
    message: \${deployment.id} is critical
    remediation: Move it.
    tests:
      - { name: calm, fixture: calm, expect: pass }
      - { name: critical, fixture: calm, patch: { deployment: { criticality: critical } }, expect: fail }
      - { name: nobody knows, fixture: calm, patch: { deployment: { criticality: null } }, expect: unknown }
${more}`;
const overlay = (severity: string): string => `apiVersion: domicile/v1
kind: PolicyOverlay
metadata: { id: stricter }
extends: { pack: resilience, version: "1" }
rules: { RES-01: { severity: ${severity} } }
`;

interface Own {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly approved: { readonly digest: string; readonly packVersion: string } | null;
  readonly mayDecide: boolean;
  readonly events: readonly { readonly what: string; readonly remark: string | null; readonly text: string | null }[];
}

interface Result {
  readonly findings: readonly { readonly ruleId: string; readonly subject: string; readonly verdict: string; readonly severity: string }[];
  readonly digests: { readonly packs: Readonly<Record<string, string>> };
}

describe('policies of an organisation', () => {
  let test: TestApp;
  let officer: Browser;
  let lawyer: Browser;
  beforeEach(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    lawyer = await signInAs(test, 'lea@example.org', ['legal']);
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
  });
  afterEach(() => test.close());

  const own = '/api/v1/policies/own';
  const step = (who: Browser, { id }: Pick<Own, 'id'>, name: string, version: number): ReturnType<Browser['call']> => who.call('post', `${own}/${id}/${name}`).set('if-match', `"${version}"`).send({ remark: 'as the board decided' });
  const draft = async (name: string, text: string): Promise<Own> => (await officer.call('post', own).send({ name, text, remark: 'the board wants it' }).expect(201)).body as Own;
  const inForce = async (name: string, text: string): Promise<Own> => {
    const policy = await draft(name, text);
    await step(officer, policy, 'submit', 1).expect(200);
    return (await step(lawyer, policy, 'approve', 2).expect(200)).body as Own;
  };
  const audit = async (more: object = {}): Promise<Result & { readonly id: string }> => {
    const { text, headers } = await officer.call('post', '/api/v1/audits').send(more).expect(201);
    return { ...(JSON.parse(text) as Result), id: String(headers['x-audit-id']) };
  };
  const findingsOf = (result: Result, rule: string): readonly string[] => result.findings.filter(({ ruleId }) => ruleId === rule).map(({ subject, verdict, severity }) => `${subject} ${verdict} ${severity}`);
  const stale = async (): Promise<boolean> => ((await officer.call('get', '/api/v1/findings?limit=1').expect(200)).body as { audited: { stale: boolean } }).audited.stale;

  it('judge nothing until someone who had no part in them approves, then enter audits, checks and the list by version and digest', async () => {
    const policy = await draft('house-rules', pack('1.0.0'));
    expect(policy).toMatchObject({ state: 'draft', version: 1, approved: null, mayDecide: false, events: [{ what: 'drafted', remark: 'the board wants it' }] });
    expect(Object.keys((await audit()).digests.packs)).not.toContain('house-rules@1.0.0');
    await step(lawyer, policy, 'approve', 1).expect(409);
    await step(officer, policy, 'submit', 1).expect(200);
    await step(officer, policy, 'approve', 2).expect(403);
    expect(Object.keys((await audit()).digests.packs)).not.toContain('house-rules@1.0.0');
    expect(await stale()).toBe(false);
    const approved = (await step(lawyer, policy, 'approve', 2).expect(200)).body as Own;
    expect(approved).toMatchObject({ state: 'in-force', approved: { kind: 'pack', pack: 'house-rules', packVersion: '1.0.0', by: lawyer.id } });
    expect(await stale()).toBe(true);
    const result = await audit();
    expect(result.digests.packs['house-rules@1.0.0']).toBe(approved.approved?.digest);
    expect(findingsOf(result, 'HOUSE-01')).toEqual(['deployment/helpdesk unknown high', 'deployment/translate fail high']);
    expect(await stale()).toBe(false);
    const check = JSON.parse((await officer.call('post', '/api/v1/checks').send({ files: [{ path: 'domicile.yaml', content: manifest }] }).expect(201)).text) as Result;
    expect(findingsOf(check, 'HOUSE-01')).toHaveLength(2);
    expect(findingsOf(await audit({ packs: ['house-rules'] }), 'HOUSE-01')).toHaveLength(2);
    const { items } = (await officer.call('get', '/api/v1/policies').expect(200)).body as { items: { id: string; source: string; rules: { tests: number }[] }[] };
    expect(items.find(({ id }) => id === 'house-rules')).toMatchObject({ source: 'own', digest: approved.approved?.digest.slice(7), rules: [{ id: 'HOUSE-01', tests: 3 }] });
    expect(items.find(({ id }) => id === 'transfers')?.source).toBe('shipped');
    expect(items.find(({ id }) => id === 'transfers')?.rules[0]?.tests).toBeGreaterThan(2);
  });

  it('are replaced by their next version, whose number must be higher, while audits of before are printed as they were', async () => {
    await inForce('house-rules', pack('1.0.0'));
    const before = await audit();
    const same = await draft('house-rules', pack('1.0.0', { severity: 'low' }));
    expect((await step(officer, same, 'submit', 1).expect(409)).body).toMatchObject({ detail: expect.stringContaining('raise metadata.version') });
    await officer.call('put', `${own}/${same.id}`).set('if-match', '"1"').send({ text: pack('1.1.0', { severity: 'low' }), remark: 'next version' }).expect(200);
    await step(officer, same, 'submit', 2).expect(200);
    await step(lawyer, same, 'approve', 3).expect(200);
    const { items } = (await officer.call('get', `${own}?name=house-rules`).expect(200)).body as { items: Own[] };
    expect(items.map(({ state, approved }) => [state, approved?.packVersion])).toEqual([['in-force', '1.1.0'], ['retired', '1.0.0']]);
    const after = await audit();
    expect(Object.keys(after.digests.packs)).toContain('house-rules@1.1.0');
    expect(findingsOf(after, 'HOUSE-01')).toEqual(['deployment/helpdesk unknown low', 'deployment/translate fail low']);
    expect(JSON.parse((await officer.call('get', `/api/v1/audits/${before.id}`).expect(200)).text)).toMatchObject({ digests: before.digests });
    const pdf = (await officer.call('get', `/api/v1/audits/${before.id}/report.pdf`).buffer(true).expect(200)).body as Buffer;
    const verified = await officer.call('post', '/api/v1/reports/verify').set('content-type', 'application/pdf').send(pdf).expect(200);
    expect(verified.body).toMatchObject({ checks: expect.arrayContaining([expect.objectContaining({ check: 'reproduction', state: 'right' })]) as unknown });
    await step(lawyer, { id: String(items[0]?.id) }, 'retire', 4).expect(200);
    expect(Object.keys((await audit()).digests.packs).filter((name) => name.startsWith('house'))).toEqual([]);
  });

  it('change a shipped pack as an overlay, and are refused under the id of one', async () => {
    const calm = await audit();
    await inForce('stricter', overlay('critical'));
    const strict = await audit();
    expect(findingsOf(strict, 'RES-01').every((finding) => finding.endsWith('critical'))).toBe(true);
    expect(strict.digests.packs['resilience@1.0.0']).not.toBe(calm.digests.packs['resilience@1.0.0']);
    expect(((await officer.call('get', '/api/v1/policies').expect(200)).body as { items: { id: string; source: string }[] }).items.find(({ id }) => id === 'resilience')?.source).toBe('overlaid');
    await officer.call('post', own).send({ name: 'resilience', text: pack('1.0.0', { id: 'resilience' }), remark: 'mine' }).expect(400);
    await officer.call('post', own).send({ name: 'pipl-china', text: overlay('low'), remark: 'mine' }).expect(400);
    expect((await officer.call('post', `${own}/check`).send({ text: pack('1.0.0', { id: 'resilience' }) }).expect(200)).body).toMatchObject({ policy: null, problems: [{ code: 'taken-id', line: 3 }] });
  });

  it('are never left out of an audit where this engine cannot read them', async () => {
    const approved = await inForce('house-rules', pack('1.0.0'));
    const owner = await new DataSource({ type: 'postgres', url: test.database.ownerUrl }).initialize();
    await owner.query("ALTER TABLE own_policy_events NO FORCE ROW LEVEL SECURITY");
    await owner.query("UPDATE own_policy_events SET text = replace(text, 'check: deployment.criticality', 'check: deployment.cruciality') WHERE text IS NOT NULL");
    await owner.query('ALTER TABLE own_policy_events FORCE ROW LEVEL SECURITY');
    await owner.destroy();
    const second = await startTestApp({ database: test.database });
    try {
      const again = await signInAs(second, 'again@example.org', ['compliance-officer']);
      const refused = await again.call('post', '/api/v1/audits').send({}).expect(422);
      expect(refused.body).toMatchObject({ code: 'not-checkable', errors: [{ pointer: expect.stringMatching(/^house-rules\.yaml:13:\d+$/), detail: expect.stringMatching(/cruciality.*in force.*retire/) }] });
      await again.call('post', '/api/v1/audits').send({ packs: ['house-rules'] }).expect(422);
      await again.call('post', '/api/v1/audits').send({ packs: ['transfers'] }).expect(201);
      expect(((await again.call('get', '/api/v1/policies').expect(200)).body as { broken: object[] }).broken).toMatchObject([{ id: 'house-rules' }]);
      const legal = await signInAs(second, 'legal2@example.org', ['legal']);
      await step(legal, approved, 'retire', 3).expect(200);
      await again.call('post', '/api/v1/audits').send({}).expect(201);
    } finally {
      await second.app.close();
    }
  });

  it('are kept with every text, and changed by nobody who has not seen the last', async () => {
    const policy = await draft('house-rules', 'metadata: {');
    expect((await step(officer, policy, 'submit', 1).expect(422)).body).toMatchObject({ errors: [{ pointer: expect.stringMatching(/^policy\.yaml:1:/) }] });
    await officer.call('put', `${own}/${policy.id}`).send({ text: 'a: 1', remark: 'r' }).expect(428);
    await officer.call('put', `${own}/${policy.id}`).set('if-match', '"7"').send({ text: 'a: 1', remark: 'r' }).expect(412);
    await officer.call('put', `${own}/${policy.id}`).set('if-match', '"1"').send({ text: pack('1.0.0', { id: 'another' }), remark: 'r' }).expect(200);
    expect((await step(officer, policy, 'submit', 2).expect(422)).body).toMatchObject({ detail: expect.stringContaining("'another'") });
    await officer.call('put', `${own}/${policy.id}`).set('if-match', '"2"').send({ text: pack('1.0.0'), remark: 'now it compiles' }).expect(200);
    await officer.call('post', own).send({ name: 'house-rules', text: 'a: 1', remark: 'again' }).expect(409);
    await step(officer, policy, 'submit', 3).expect(200);
    await officer.call('put', `${own}/${policy.id}`).set('if-match', '"4"').send({ text: 'a: 1', remark: 'r' }).expect(409);
    await step(lawyer, policy, 'reject', 4).expect(200);
    const changed = await officer.call('put', `${own}/${policy.id}`).set('if-match', '"5"').send({ text: pack('1.0.1'), remark: 'better' }).expect(200);
    expect((changed.body as Own).events.map(({ what, text }) => [what, text === null ? null : text.length])).toEqual([['drafted', 11], ['changed', expect.any(Number)], ['changed', expect.any(Number)], ['submitted', null], ['rejected', null], ['changed', expect.any(Number)]]);
    await step(officer, policy, 'withdraw', 6).expect(200);
    const other = await draft('house-rules', pack('1.0.0'));
    expect(other.state).toBe('draft');
  });

  it('are told at line and column while they are written, tried on a deployment, and compared with what is in force', async () => {
    const misspelt = pack('1.0.0', { check: "deployment.critcality != 'critical'" });
    expect((await officer.call('post', `${own}/check`).send({ text: misspelt }).expect(200)).body).toMatchObject({ policy: null, problems: [{ line: 13, message: expect.stringContaining("did you mean 'criticality'") }] });
    expect((await officer.call('post', `${own}/check`).send({ text: pack('1.0.0') }).expect(200)).body).toMatchObject({ problems: [], policy: { id: 'house-rules', kind: 'pack', rules: [{ id: 'HOUSE-01' }] } });
    expect((await officer.call('post', `${own}/tests`).send({ text: pack('1.0.0') }).expect(200)).body).toMatchObject({ passed: true, rules: [{ ruleId: 'HOUSE-01', tests: 3, failures: [] }] });
    expect((await officer.call('post', `${own}/tests`).send({ text: pack('1.0.0').replace('expect: fail', 'expect: pass') }).expect(200)).body).toMatchObject({ passed: false, rules: [{ failures: [{ test: 'critical', expected: 'pass', actual: 'fail' }] }] });
    const tried = (await officer.call('post', `${own}/try`).send({ text: pack('1.0.0'), deployment: 'translate' }).expect(200)).body as object;
    expect(tried).toMatchObject({ verdicts: [{ ruleId: 'HOUSE-01', subject: 'deployment/translate', outcome: 'fail', explanation: [{ operands: [{ path: 'deployment.criticality', value: 'critical' }] }] }] });
    await officer.call('post', `${own}/try`).send({ text: pack('1.0.0'), deployment: 'translat' }).expect(422);
    expect((await officer.call('post', `${own}/dry-run`).send({ text: pack('1.0.0') }).expect(200)).body).toMatchObject({ replaces: null, judged: 2, total: 2, changes: expect.arrayContaining([expect.objectContaining({ subject: 'deployment/translate', before: null, after: { outcome: 'fail', severity: 'high' } })]) });
    await inForce('house-rules', pack('1.0.0'));
    expect((await officer.call('post', `${own}/dry-run`).send({ text: pack('1.1.0', { check: "deployment.criticality == 'critical'" }) }).expect(200)).body).toMatchObject({ replaces: { version: '1.0.0' }, total: 1, totals: [{ before: 'fail', after: 'pass', count: 1 }] });
    expect((await officer.call('post', `${own}/dry-run`).send({ text: overlay('low') }).expect(200)).body).toMatchObject({ pack: { id: 'resilience' }, replaces: { id: 'resilience' }, changes: expect.arrayContaining([expect.objectContaining({ ruleId: 'RES-01', after: expect.objectContaining({ severity: 'low' }) })]) });
  });

  it('show no deployment of another unit to whoever reads some units only', async () => {
    const confined = await signInAs(test, 'omar@example.org', ['model-owner'], ['languages'], true);
    await confined.call('post', `${own}/try`).send({ text: pack('1.0.0'), deployment: 'translate' }).expect(200);
    await confined.call('post', `${own}/try`).send({ text: pack('1.0.0'), deployment: 'helpdesk' }).expect(404);
    await confined.call('post', `${own}/dry-run`).send({ text: pack('1.0.0') }).expect(403);
  });

  const hostile: Readonly<Record<string, string>> = {
    aliases: `a: &a [x, x]\n${Array.from({ length: 9 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join('\n')}`,
    nesting: '['.repeat(50_000),
    'nested blocks': `a:\n${'- '.repeat(50_000)}`,
    'nested parentheses': pack('1.0.0', { check: `"${'('.repeat(2000)}true${')'.repeat(2000)}"` }),
    'a nested pattern': pack('1.0.0', { check: `"deployment.id.matches('${'('.repeat(1500)}a${')'.repeat(1500)}')"` }),
    'a merge key': 'a: &a { b: 1 }\nc: { <<: *a }',
    'a prototype': pack('1.0.0', { more: '__proto__: { polluted: true }\n' }),
    'a tag': 'a: !!js/function "x"',
    'two documents': 'a: 1\n---\nb: 2',
    nothing: '# nothing',
    'a pattern that backtracks': pack('1.0.0', { check: "deployment.id.matches('(a+)+$')" }),
    'an expression too deep': pack('1.0.0', { check: `${'('.repeat(400)}true${')'.repeat(400)}` }),
    'too much': 'a'.repeat(262_145),
    'a null character': 'a: "\0"',
  };

  it.each(Object.keys(hostile))('answer %s in time, and stay', async (name) => {
    const begun = Date.now();
    const { status, body } = await officer.call('post', `${own}/check`).send({ text: hostile[name] });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(status).toBe(['too much', 'a null character'].includes(name) ? 400 : 200);
    if (status === 200 && !['a pattern that backtracks', 'an expression too deep', 'nested parentheses'].includes(name)) expect((body as { problems: object[] }).problems).not.toEqual([]);
    await officer.call('post', `${own}/check`).send({ text: pack('1.0.0') }).expect(200);
  });
});
