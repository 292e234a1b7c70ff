import { loadExample } from '../../src/server/load-example.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

interface Answer {
  readonly counts: { readonly breaks: number; readonly undecided: number; readonly unchanged: number };
  readonly deployments: readonly { readonly id: string; readonly impact: string; readonly fallback: { readonly state: string } }[];
}

describe('a shock on the register', () => {
  let test: TestApp;
  let auditor: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    auditor = await signInAs(test, 'auditor@example.org', ['auditor']);
  });
  afterAll(() => test.close());

  const shock = (body: object): ReturnType<Browser['call']> => auditor.call('post', '/api/v1/shocks').send(body);

  it('tells what breaks and what has a fallback, and stores nothing', async () => {
    await shock({ kind: 'adequacy-falls', jurisdiction: 'US' }).expect(422);
    await loadExample(test.app);
    const { counts, deployments } = (await shock({ kind: 'adequacy-falls', jurisdiction: 'US' }).expect(200)).body as Answer;
    expect(counts).toEqual({ breaks: 2, undecided: 0, unchanged: 10 });
    expect(deployments.filter(({ impact }) => impact === 'breaks').map(({ id }) => id).sort()).toEqual(['customer-chat', 'underwriting-copilot']);
    const cut = (await shock({ kind: 'api-cut-off', provider: 'openai', days: 30 }).expect(200)).body as Answer;
    expect(cut.deployments.some(({ fallback }) => fallback.state !== 'not-recorded')).toBe(true);
    expect((await auditor.call('get', '/api/v1/audits').expect(200)).body).toMatchObject({ total: 0 });
  });

  it('is seen on the map of flows, of which each unit sees its own', async () => {
    interface Map {
      readonly flows: readonly { readonly id: string; readonly deployment: string | null; readonly tone: string; readonly places: readonly { readonly country: string }[] }[];
      readonly countries: readonly { readonly country: string; readonly tone: string }[];
    }
    const whole = (await auditor.call('get', '/api/v1/register/flow-map').expect(200)).body as Map;
    const { items } = (await auditor.call('get', '/api/v1/register/records?kind=dataFlow&limit=200').expect(200)).body as { items: readonly { id: string }[] };
    const drawn = new Set(whole.flows.map(({ id }) => id));
    // The gateway's way to Mistral is the flow that the manifest declares, and the audit joins the two.
    expect(items.map(({ id }) => id).filter((id) => !drawn.has(id))).toEqual(['broker-helpdesk/gateway-0-mistral']);
    expect(drawn.size).toBe(items.length - 1);
    expect(whole.countries).toContainEqual({ country: 'US', tone: 'away' });
    expect(whole.countries).toContainEqual({ country: 'DE', tone: 'home' });
    expect(whole.flows.filter(({ places }) => places.length === 0).every(({ tone }) => tone === 'open')).toBe(true);
    const unit = await signInAs(test, 'service@example.org', ['model-owner'], ['Customer service'], true);
    const own = (await unit.call('get', '/api/v1/register/flow-map').expect(200)).body as Map;
    expect(own.flows.length).toBeGreaterThan(0);
    expect(own.flows.length).toBeLessThan(whole.flows.length);
    expect(new Set(own.flows.map(({ deployment }) => deployment)).size).toBe(1);
  });

  it('says why one cannot happen', async () => {
    const { body } = await shock({ kind: 'api-cut-off', provider: 'nobody', days: 3 }).expect(400);
    expect((body as { detail: string }).detail).toContain('nobody');
    await shock({ kind: 'region-lost' }).expect(400);
    await shock({ kind: 'earthquake' }).expect(400);
  });
});
