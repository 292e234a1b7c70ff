import { loadExample } from '../../src/server/load-example.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

interface Trial {
  readonly revision: number;
  readonly verdicts: readonly { readonly ruleId: string; readonly subject: string; readonly outcome: string; readonly missing: readonly string[] }[];
}

const deployment = (more: object = {}): object => ({ id: 'letter-writer', name: 'Letter writer', owner: 'Claims operations', environment: 'production', status: 'live', model: 'llama-3.1-70b-instruct', provider: 'nordlicht-it', route: 'self-hosted', ...more });
const trial = (entry: object): object => ({ collection: 'deployment-letter-writer', files: [{ path: 'domicile.json', content: JSON.stringify({ domicile: 1, deployments: [entry] }) }], deployment: 'letter-writer' });

describe('what the packs would say of an import', () => {
  let test: TestApp;
  let officer: Browser;
  const ask = (who: Browser, body: object): ReturnType<Browser['call']> => who.call('post', '/api/v1/register/imports/trial').send(body);

  beforeAll(async () => {
    test = await startTestApp();
    await loadExample(test.app);
    officer = await signInAs(test, 'officer@example.org', ['compliance-officer']);
  });
  afterAll(() => test.close());

  it('is said of the deployment beside what the register knows of its model, and nothing is kept', async () => {
    const { revision, verdicts } = (await ask(officer, trial(deployment())).expect(200)).body as Trial;
    expect(revision).toBe(1);
    expect([...new Set(verdicts.map(({ subject }) => subject))].sort()).toEqual(['deployment/letter-writer', 'model/llama-3.1-70b-instruct', 'organisation/nordlicht']);
    const own = verdicts.filter(({ subject }) => subject === 'deployment/letter-writer');
    expect(own.filter(({ outcome }) => outcome === 'unknown').length).toBeGreaterThan(0);
    expect(own.filter(({ outcome }) => outcome === 'unknown').every(({ missing }) => missing.length > 0)).toBe(true);
    await officer.call('get', '/api/v1/register/records/deployment/letter-writer').expect(404);
    expect((await officer.call('get', '/api/v1/audits').expect(200)).body).toMatchObject({ total: 0 });
  });

  it('is what an audit says once it is imported', async () => {
    const body = trial(deployment({ flows: [{ id: 'prompts', stage: 'prompt', to: 'openai', categories: ['user.contact'], subjectCountries: ['DE'], processingCountries: ['US'] }] })) as { collection: string; files: object[] };
    const said = (await ask(officer, body).expect(200)).body as Trial;
    const { collection, files } = body;
    const preview = (await officer.call('post', '/api/v1/register/imports').send({ collection, files, reason: 'new' }).expect(200)).body as { digest: string };
    await officer.call('post', '/api/v1/register/imports').send({ collection, files, reason: 'new', expects: preview.digest }).expect(201);
    const audit = JSON.parse((await officer.call('post', '/api/v1/audits').send({}).expect(201)).text) as { findings: readonly { ruleId: string; subject: string; element?: string; verdict: string }[] };
    const found = audit.findings.filter(({ subject }) => subject === 'deployment/letter-writer').map(({ ruleId, verdict }) => `${ruleId} ${verdict}`);
    expect(found.length).toBeGreaterThan(0);
    expect(said.verdicts.filter(({ subject, outcome }) => subject === 'deployment/letter-writer' && ['fail', 'unknown', 'error'].includes(outcome)).map(({ ruleId, outcome }) => `${ruleId} ${outcome}`).sort()).toEqual(found.sort());
    const again = (await ask(officer, trial(deployment())).expect(200)).body as Trial;
    expect(again.verdicts.some(({ ruleId, outcome }) => ruleId === 'TRF-01' && outcome === 'fail')).toBe(false);
  });

  it('names what is wrong with a file, and what is not there', async () => {
    const wrong = (await ask(officer, trial(deployment({ environment: 'moon' }))).expect(422)).body as { detail: string };
    expect(wrong.detail).toContain('deployment-letter-writer/domicile.json:1');
    const other = (await ask(officer, { ...trial(deployment()), deployment: 'nobody' }).expect(422)).body as { detail: string };
    expect(other.detail).toContain('deployment/nobody');
  });

  it('is refused where it would not say what an audit says, or not all of it', async () => {
    const named = trial(deployment()) as { files: { path: string; content: string }[] };
    const files = named.files.map(({ path, content }) => ({ path, content: JSON.stringify({ ...(JSON.parse(content) as object), packs: ['transfers'] }) }));
    expect(((await ask(officer, { ...named, files }).expect(422)).body as { detail: string }).detail).toContain('the files name packs');
    const flows = (from: number): readonly object[] => Array.from({ length: 200 }, (_, at) => ({ id: `flow-${from + at}`, stage: 'log', to: 'openai' }));
    const many = [deployment({ flows: flows(0) }), { id: 'letter-writer', flows: flows(200) }].map((entry, at) => ({ path: `${at}/domicile.json`, content: JSON.stringify({ domicile: 1, deployments: [entry] }) }));
    expect(((await ask(officer, { ...named, files: many }).expect(422)).body as { detail: string }).detail).toContain('shows at most 2000');
  });

  it('is not said to those of other units', async () => {
    const unit = await signInAs(test, 'service@example.org', ['model-owner'], ['Customer service'], true);
    await ask(unit, trial(deployment())).expect(403);
    await ask(unit, trial(deployment({ owner: 'Customer service' }))).expect(403);
  });
});
