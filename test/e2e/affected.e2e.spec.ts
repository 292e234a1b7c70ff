import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(180_000);

const providers = (country: string): string => `  - { id: far, name: Far Cloud, kind: cloud, country: ${country}, ultimateParentCountry: ${country} }`;
const manifest = ({ country = 'DE', search = '', more = '' }: { readonly country?: string; readonly search?: string; readonly more?: string } = {}): string => `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers:
  - { id: own, name: Acme IT, kind: own, country: DE }
${providers(country)}
models: [{ id: bloom, name: BLOOM }, { id: falcon, name: Falcon }]
deployments:
  - { id: translate, name: Translation, model: bloom, provider: own, purpose: translation }
  - { id: search, name: Search, model: falcon, provider: far, purpose: search${search}, flows: [{ id: prompts, stage: prompt, to: far, categories: [user.contact], processingCountries: [DE], storageCountries: [DE] }] }
${more}`;

interface View {
  readonly everything: string | null;
  readonly subjects: readonly { readonly subject: string; readonly because: string }[];
}

describe('what changes affect', () => {
  let test: TestApp;
  let officer: Browser;
  beforeEach(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
  });
  afterEach(() => test.close());

  const apply = async (path: string, content: string): Promise<void> => {
    const body = { collection: 'acme', reason: 'as found', files: [{ path, content }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
  };
  const audit = (body: object) => officer.call('post', '/api/v1/audits').send(body);
  const affected = async (): Promise<View> => (await officer.call('get', '/api/v1/audits/affected').expect(200)).body as View;
  const findings = async (): Promise<readonly string[]> => ((await officer.call('get', '/api/v1/findings?limit=1000&sort=subject').expect(200)).body as { items: { fingerprint: string; state: string; verdict: string; version: number }[] }).items.map(({ fingerprint, state, verdict, version }) => `${fingerprint} ${state} ${verdict} ${version}`);
  const audited = async (): Promise<unknown> => ((await officer.call('get', '/api/v1/findings?limit=1').expect(200)).body as { audited: unknown }).audited;

  it('is shown with its reason, and judged again it leaves the findings as an audit of the whole does', async () => {
    expect(await affected()).toMatchObject({ everything: expect.stringContaining('not audited yet') as string, subjects: [] });
    await apply('domicile.yaml', manifest());
    expect((await audit({ of: 'affected' }).expect(201)).text).not.toContain('"part":');
    expect(await affected()).toMatchObject({ everything: null, total: 0 });
    expect((await audit({ of: 'affected' }).expect(409)).body).toMatchObject({ code: 'conflict' });
    for (const content of [manifest({ country: 'US' }), manifest({ country: 'US', search: ', environment: production' }), manifest({ country: 'CN', more: '  - { id: extra, name: Extra, model: bloom, provider: far }\n' }), manifest({ country: 'CN' }), manifest()]) {
      await apply('domicile.yaml', content);
      const { everything, subjects } = await affected();
      expect(everything).toBeNull();
      expect(subjects.map(({ subject }) => subject)).toContain('organisation/acme');
      const part = await audit({ of: 'affected' }).expect(201);
      expect(JSON.parse(part.text)).toMatchObject({ part: { only: [expect.stringMatching(/^affected since revision \d+$/)] } });
      expect(await audited()).toMatchObject({ stale: false });
      expect((await affected()).subjects).toEqual([]);
      const continued = await findings();
      await audit({}).expect(201);
      expect(await findings()).toEqual(continued);
    }
  });

  it('is found through references alone: a provider in a file of its own', async () => {
    await apply('domicile.yaml', manifest().replace(`${providers('DE')}\n`, ''));
    await apply('far.yaml', `domicile: 1\nproviders:\n${providers('DE')}\n`);
    await audit({}).expect(201);
    await apply('far.yaml', `domicile: 1\nproviders:\n${providers('US')}\n`);
    expect((await affected()).subjects.filter(({ because }) => because === 'provider/far').map(({ subject }) => subject)).toEqual(['deployment/search', 'flow/search/prompts', 'organisation/acme']);
    const part = JSON.parse((await audit({ of: 'affected' }).expect(201)).text) as { part: { subjects: string[]; of: number } };
    expect(part.part).toMatchObject({ subjects: ['deployment/search', 'organisation/acme'], of: 5 });
    const id = ((await officer.call('get', '/api/v1/audits?limit=1').expect(200)).body as { items: { id: string }[] }).items[0]?.id ?? '';
    expect((await officer.call('get', `/api/v1/audits/${id}/report.pdf?template=board-brief`).expect(200)).headers['content-type']).toContain('pdf');
  });

  it('is everything where settings change, and nothing else goes with it', async () => {
    await apply('domicile.yaml', manifest());
    await audit({}).expect(201);
    await apply('domicile.yaml', `${manifest()}packs: [transfers]\n`);
    expect((await affected()).everything).toMatch(/packs|settings/);
    expect((await audit({ of: 'affected' }).expect(201)).text).not.toContain('"part":');
    await audit({ of: 'affected', packs: ['transfers'] }).expect(400);
    await audit({ of: 'everything' }).expect(400);
  });
});
