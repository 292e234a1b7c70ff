import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { decideCommand } from '../../src/cli/decide-command.js';
import { engineName } from '../../src/core/audit/engine-name.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { OrganisationScope } from '../../src/server/platform/database/organisation-scope.js';
import { loadExample } from '../../src/server/load-example.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(180_000);

interface Decision {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly version: number;
  readonly inputs: { readonly title: string; readonly options: readonly { readonly id: string; readonly constraints: readonly { readonly rule: string; readonly verdict: string }[] }[] };
  readonly inputHash: string;
  readonly toFillIn: readonly unknown[];
  readonly options: readonly { readonly id: string; readonly state: string; readonly because: readonly string[]; readonly noRuleAsked: boolean }[];
  readonly asked: { readonly revision: number; readonly packs: object } | null;
  readonly signOff: { readonly option: string } | null;
  readonly supersededBy: string | null;
  readonly events: readonly { readonly what: string; readonly details: { readonly inputHash?: string; readonly version?: number } }[];
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The example without what its authors signed, and of no deployment unless one is named. */
const caseText = ({ deployment, ...more }: { readonly deployment?: string; readonly [key: string]: unknown } = {}): string => {
  const { approval: _approval, decision: _decision, deployment: _deployment, ...given } = parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8')) as Record<string, unknown>;
  return stringify({ ...given, ...(deployment === undefined ? {} : { deployment }), ...more });
};

describe('a decision', () => {
  let test: TestApp;
  let author: Browser;
  let officer: Browser;
  beforeAll(async () => {
    test = await startTestApp({ deploymentsAtOnce: 4 });
    await loadExample(test.app);
    author = await signInAs(test, 'omar@example.org', ['compliance-officer']);
    officer = await signInAs(test, 'ines@example.org', ['risk-officer']);
  });
  afterAll(() => test.close());

  const draft = async (body: object, status = 201): Promise<Decision> => (await author.call('post', '/api/v1/decisions').send(body).expect(status)).body as Decision;
  const step = (who: Browser, { id, version }: Decision, name: string, body: object = { remark: 'looked at it' }): ReturnType<Browser['call']> => who.call('post', `/api/v1/decisions/${id}/${name}`).set('if-match', `"${version}"`).send(body);
  const taken = async (who: Browser, decision: Decision, name: string, body?: object): Promise<Decision> => (await step(who, decision, name, body).expect(200)).body as Decision;
  const refused = async (who: Browser, decision: Decision, name: string, status: number, body?: object): Promise<string> => ((await step(who, decision, name, body).expect(status)).body as Problem).detail;
  const resultOf = (decision: Decision): ReturnType<Browser['call']> => author.call('get', `/api/v1/decisions/${decision.id}/result`);

  it('shows no score before someone else has approved its inputs, and then the bytes of the command line', async () => {
    const drafted = await draft({ text: caseText() });
    expect(drafted).toMatchObject({ state: 'draft', version: 1, toFillIn: [], asked: null });
    await resultOf(drafted).expect(409);
    await author.call('post', `/api/v1/decisions/${drafted.id}/what-if`).send({ weighting: { method: 'swing', points: {} } }).expect(409);
    const submitted = await taken(author, drafted, 'submit');
    expect(await refused(author, submitted, 'approve', 403)).toContain('whoever drafted a decision cannot approve it');
    await resultOf(submitted).expect(409);
    const approved = await taken(officer, submitted, 'approve');
    const { text: result } = await resultOf(approved).expect(200);
    const { inputs } = approved;
    const approval = { approvedBy: [officer.id], approvedOn: '2026-11-23', inputHash: approved.inputHash.slice('sha256:'.length) };
    const printed = await decideCommand({ path: 'case.json', format: 'json', engine: engineName, whatIf: false }, () => Promise.resolve(new TextEncoder().encode(JSON.stringify({ ...inputs, approval }))));
    expect(result === printed.stdout).toBe(true);
    expect(JSON.parse(result)).toMatchObject({ status: 'proposed', outcome: { word: 'robust', option: 'own-new' } });

    expect(await refused(officer, approved, 'sign-off', 409, { option: 'api-direct', because: 'cheap' })).toContain('which is blocked');
    expect(await refused(author, approved, 'sign-off', 403, { option: 'own-new', because: 'leads' })).toContain('cannot sign off');
    expect(await refused(officer, approved, 'sign-off', 400, { option: 'none', because: 'leads' })).toContain('is no option of it');
    const signed = await taken(officer, approved, 'sign-off', { option: 'own-new', because: 'leads by far' });
    expect(signed).toMatchObject({ state: 'signed-off', signOff: { option: 'own-new', role: 'risk-officer' } });
    expect(JSON.parse((await resultOf(signed).expect(200)).text)).toMatchObject({ status: 'accepted', decision: { option: 'own-new', because: 'leads by far', signedBy: [officer.id] } });
    expect((await author.call('get', `/api/v1/decisions/${signed.id}/record.md`).expect(200).expect('content-type', /markdown/)).text).toContain('leads by far');
    await step(officer, signed, 'reject').expect(409);
    const { events } = (await author.call('get', `/api/v1/decisions/${signed.id}`).expect(200)).body as Decision;
    expect(events.map(({ what }) => what)).toEqual(['drafted', 'submitted', 'approved', 'signed-off']);
  });

  it('answers what other weights would make of it, marked, and keeps nothing', async () => {
    const approved = await taken(officer, await taken(author, await draft({ text: caseText() }), 'submit'), 'approve');
    const whatIf = (points: object): ReturnType<Browser['call']> => author.call('post', `/api/v1/decisions/${approved.id}/what-if`).send({ weighting: { method: 'swing', points } });
    const before = (await resultOf(approved)).text;
    const { body } = await whatIf({ cost: 1000, sovereignty: 1, capability: 1, specialisation: 1, latency: 1, 'price-risk': 1 }).expect(200);
    const { status, choice } = body as { status: string; choice: { weights: Record<string, { value: number }> } };
    expect(status).toBe('what-if');
    expect(choice.weights['cost']?.value).toBeCloseTo(1000 / 1005, 9);
    expect((await resultOf(approved)).text === before).toBe(true);
    expect(((await whatIf({ cost: 1 }).expect(400)).body as Problem).detail).toContain("criterion 'sovereignty' has no weight");
  });

  it('begins with a template that asks for everything, and is not put up before it is filled in', async () => {
    const drafted = await draft({ templates: ['hybrid', 'status-quo', 'open-weights-on-premises', 'closed-api'] });
    expect(drafted.inputs.options.map(({ id }) => id)).toEqual(['status-quo', 'closed-api', 'open-weights-on-premises', 'hybrid']);
    expect(drafted.options.every(({ state, noRuleAsked }) => state === 'blocked' && noRuleAsked)).toBe(true);
    expect(drafted.toFillIn.length).toBeGreaterThan(20);
    expect(await refused(author, drafted, 'submit', 409)).toContain('still to be filled in');
    await author.call('post', '/api/v1/decisions').send({ templates: ['hybrid', 'edge'] }).expect(400);
    await author.call('post', '/api/v1/decisions').send({ templates: ['edge', 'status-quo'], text: 'x' }).expect(400);
  });

  it('says line by line why a text is no case, and takes no approval from a file', async () => {
    const wrong = ((await author.call('post', '/api/v1/decisions').send({ text: caseText().replace('draws: 10000', 'draws: many') }).expect(400)).body as Problem).errors;
    expect(wrong[0]?.pointer).toMatch(/^\/text:\d+:\d+$/);
    const signed = readFileSync('examples/decisions/open-wins.yaml', 'utf8');
    expect(((await author.call('post', '/api/v1/decisions').send({ text: signed }).expect(400)).body as Problem).detail).toContain('is said by the file');
    await author.call('post', '/api/v1/decisions').send({ inputs: { schema: 'domicile/decide-case/1' } }).expect(400);
  });

  it('asks the packs of the options that the register describes, and is refused where they say otherwise later', async () => {
    const submitted = await taken(author, await draft({ text: caseText({ deployment: 'claims-assistant' }) }), 'submit');
    expect(Object.keys(submitted.asked?.packs ?? {}).length).toBeGreaterThan(3);
    const given = (parse(caseText()) as Decision['inputs']).options.flatMap(({ constraints }) => constraints);
    expect(submitted.inputs.options.flatMap(({ constraints }) => constraints).length).toBeGreaterThan(given.length);
    const { value, sources, revision } = (await author.call('get', '/api/v1/register/records/deployment/claims-assistant').expect(200)).body as { value: { criticality: string; alternatives: readonly { id: string; provider?: string }[] }; sources: readonly string[]; revision: number };
    await author.call('put', '/api/v1/register/records/deployment/claims-assistant').set('if-match', `"${revision}"`).send({ value: { ...value, alternatives: value.alternatives.slice(1) }, replaces: sources, reason: 'one is out' }).expect(200);
    const again = await taken(author, (await draft({ text: caseText({ deployment: 'claims-assistant' }) })), 'submit');
    const said = (decision: Decision): string => JSON.stringify(decision.inputs.options.map(({ constraints }) => constraints.map(({ rule, verdict }) => `${rule} ${verdict}`)));
    expect(said(again)).not.toBe(said(submitted));
    expect(await refused(officer, submitted, 'approve', 409)).toContain('the register has changed since');
    const rejected = await taken(officer, submitted, 'reject');
    expect(rejected).toMatchObject({ state: 'rejected', asked: null });
    expect(said(rejected)).toBe(said(await draft({ text: caseText({ deployment: 'claims-assistant' }) })));
    const approved = await taken(officer, await taken(author, rejected, 'submit'), 'approve');
    const { body: pdf } = await author.call('get', `/api/v1/decisions/${approved.id}/report.pdf?language=de`).expect(200).expect('content-type', 'application/pdf');
    expect((pdf as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await test.app.get(OrganisationScope).run(firstOrganisation, (manager) => manager.query('SELECT id FROM audit_runs'))).toEqual([]);
    await author.call('get', `/api/v1/decisions/${approved.id}/report.pdf?language=it`).expect(400);
  });

  it('has to be opened again once the packs say otherwise of its options, which is told once', async () => {
    interface Standing {
      readonly standing: string;
      readonly undescribed: boolean;
      readonly changed: readonly { readonly option: string; readonly rule: string; readonly was: string | null; readonly is: string | null }[];
    }
    const standing = async (decision: Decision, status = 200): Promise<Standing> => (await author.call('get', `/api/v1/decisions/${decision.id}/standing`).expect(status)).body as Standing;
    const told = async (): Promise<readonly string[]> => {
      test.clock.set(new Date(test.clock.now().getTime() + 16 * 60_000).toISOString());
      await test.app.get(Ticker).tick();
      const { items } = (await author.call('get', '/api/v1/notifications?limit=200').expect(200)).body as { items: readonly { kind: string; subject: string }[] };
      return items.filter(({ kind }) => kind === 'decision-reopened').map(({ subject }) => subject);
    };
    const approved = await taken(officer, await taken(author, await draft({ text: caseText({ deployment: 'claims-assistant' }) }), 'submit'), 'approve');
    await standing(approved, 409);
    const signed = await taken(officer, approved, 'sign-off', { option: approved.options.find(({ state }) => state === 'admissible')?.id ?? '', because: 'leads' });
    expect(signed.asked).not.toBeNull();
    expect(await standing(signed)).toMatchObject({ standing: 'holds', changed: [] });
    expect(await told()).toEqual([]);
    const { value, sources, revision } = (await author.call('get', '/api/v1/register/records/deployment/claims-assistant').expect(200)).body as { value: object; sources: readonly string[]; revision: number };
    const { alternatives: _gone, ...rest } = value as { alternatives?: unknown };
    await author.call('put', '/api/v1/register/records/deployment/claims-assistant').set('if-match', `"${revision}"`).send({ value: { ...rest, alternatives: [] }, replaces: sources, reason: 'they are out' }).expect(200);
    const after = await standing(signed);
    expect(after.standing).toBe('reopen');
    expect(after.undescribed || after.changed.length > 0).toBe(true);
    expect(await told()).toEqual([`decision/${signed.id}`]);
    expect(await told()).toEqual([`decision/${signed.id}`]);
    expect(await standing(await signedWithout())).toMatchObject({ standing: 'not-asked' });
  });

  const signedWithout = async (): Promise<Decision> => taken(officer, await taken(officer, await taken(author, await draft({ text: caseText() }), 'submit'), 'approve'), 'sign-off', { option: 'own-new', because: 'leads' });

  const recordOf = async (id: string): Promise<object> => ((await author.call('get', `/api/v1/register/records/deployment/${id}`).expect(200)).body as { value: object }).value;

  it('keeps every version of its inputs, and is changed only from the one that was read', async () => {
    const drafted = await draft({ text: caseText() });
    const put = (version: number, title: string, who = author): ReturnType<Browser['call']> => who.call('put', `/api/v1/decisions/${drafted.id}`).set('if-match', `"${version}"`).send({ text: caseText({ title }) });
    await author.call('put', `/api/v1/decisions/${drafted.id}`).send({ text: caseText() }).expect(428);
    const { body } = await put(1, 'Second').expect(200);
    expect(body).toMatchObject({ version: 2, title: 'Second' });
    await put(1, 'Third').expect(412);
    const other = await signInAs(test, 'owner@example.org', ['administrator']);
    await put(2, 'Third', other).expect(403);
    const versions = (body as Decision).events.map(({ details }) => details.version);
    expect(versions).toEqual([1, 2]);
    expect(((await author.call('get', `/api/v1/decisions/${drafted.id}/versions/1`).expect(200)).body as { title: string }).title).toBe(drafted.inputs.title);
    await author.call('get', `/api/v1/decisions/${drafted.id}/versions/3`).expect(404);
  });

  it('takes the place of another once it is signed off', async () => {
    const signed = async (supersedes?: string): Promise<Decision> => taken(officer, await taken(officer, await taken(author, await draft({ text: caseText(), ...(supersedes === undefined ? {} : { supersedes }) }), 'submit'), 'approve'), 'sign-off', { option: 'own-new', because: 'leads' });
    const first = await signed();
    const second = await signed(first.id);
    expect((await author.call('get', `/api/v1/decisions/${first.id}`).expect(200)).body).toMatchObject({ state: 'superseded', supersededBy: second.id });
    await draft({ text: caseText(), supersedes: first.id }, 409);
    const list = (await author.call('get', '/api/v1/decisions?state=superseded').expect(200)).body as { items: readonly Decision[]; total: number };
    expect([list.total, list.items.map(({ id }) => id)]).toEqual([1, [first.id]]);
  });

  it('is seen and drafted only for the deployments of one’s units, and by nobody of another organisation', async () => {
    const ours = await signInAs(test, 'claims@example.org', ['model-owner'], ['Claims'], true);
    const of = async (deployment?: string): Promise<string> => (await draft({ text: caseText(deployment === undefined ? {} : { deployment }) })).id;
    const owner = ((await recordOf('claims-assistant')) as { owner?: string }).owner ?? '';
    const [mine, others, whole] = [await of('claims-assistant'), await of('customer-chat'), await of()];
    const unit = await signInAs(test, 'unit@example.org', ['model-owner'], [owner], true);
    await unit.call('get', `/api/v1/decisions/${mine}`).expect(200);
    for (const id of [others, whole]) {
      await unit.call('get', `/api/v1/decisions/${id}`).expect(404);
      await unit.call('get', `/api/v1/decisions/${id}/result`).expect(404);
      await unit.call('post', '/api/v1/decisions').send({ text: caseText(), supersedes: id }).expect(403);
    }
    const { items } = (await unit.call('get', '/api/v1/decisions').expect(200)).body as { items: readonly { deployment: string | null }[] };
    expect(new Set(items.map(({ deployment }) => deployment))).toEqual(new Set(['claims-assistant']));
    await unit.call('post', '/api/v1/decisions').send({ text: caseText() }).expect(403);
    await unit.call('post', '/api/v1/decisions').send({ text: caseText({ deployment: 'customer-chat' }) }).expect(403);
    expect(((await ours.call('get', '/api/v1/decisions').expect(200)).body as { total: number }).total).toBe(0);
    await unit.call('post', '/api/v1/shocks').send({ kind: 'adequacy-falls', jurisdiction: 'US' }).expect(403);
  });
});
