import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { type Browser, type Page } from 'playwright-core';
import { parse, stringify } from 'yaml';
import { UsersService } from '../../src/server/access/users.service.js';
import { type Role } from '../../src/server/access/role.js';
import { loadExample } from '../../src/server/load-example.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { startTestApp, type TestApp } from '../e2e/test-app.js';
import { signInAs } from '../e2e/browser.js';
import { axeViolations } from './axe-violations.js';
import { hasBrowser, openBrowser } from './open-browser.js';
import { signDecision } from '../e2e/sign-decision.js';

jest.setTimeout(180_000);

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;

/** The worked example, without what its authors signed. */
function workedCase(): string {
  const { approval: _approval, decision: _decision, ...given } = parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8')) as Record<string, unknown>;
  return stringify({ ...given, deployment: undefined });
}

(hasBrowser() ? describe : describe.skip)('the screens of decisions, flows and shocks', () => {
  let test: TestApp;
  let browser: Browser;
  let url: string;
  let omar: Page;
  let ines: Page;
  const violations = new Set<string>();
  const faults: string[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    await loadExample(test.app);
    await test.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
    omar = await signedIn('omar@example.org', 'Omar Haddad', ['compliance-officer']);
    ines = await signedIn('ines@example.org', 'Ines Albrecht', ['risk-officer']);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  const signedIn = async (email: string, name: string, roles: Role[], options: { readonly colorScheme?: 'dark'; readonly width?: number } = {}): Promise<Page> => {
    const page = await browser.newPage({ baseURL: url, reducedMotion: 'reduce', colorScheme: options.colorScheme ?? 'light', viewport: { width: options.width ?? 1366, height: 800 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(`${error.message} at ${page.url()}`));
    page.on('console', (message) => (message.type() === 'error' && /Content.Security.Policy/i.test(message.text()) ? faults.push(message.text()) : undefined));
    page.on('request', (request) => (request.url().startsWith(url) || request.url().startsWith('blob:') || request.url().startsWith('data:') ? undefined : faults.push(`asks ${request.url()}`)));
    const { link } = await test.app.get(UsersService).add(administrator, { email, name, roles });
    await page.goto(`/sign-in?token=${link.token}`);
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
    return page;
  };
  const look = async (page: Page): Promise<void> => {
    await page.locator('.RaLoadingIndicator-loader').waitFor({ state: 'detached' });
    for (const violation of await axeViolations(page)) violations.add(`${new URL(page.url()).hash} ${violation}`);
  };
  let path = '';

  it('draft a decision from templates, and ask for what is missing', async () => {
    await omar.goto('/#/decisions');
    await omar.getByRole('button', { name: 'Draft a decision' }).click();
    await look(omar);
    await omar.getByRole('button', { name: 'Draft it' }).click();
    await omar.getByText(/\d+ things are to be filled in/).waitFor();
    expect(await omar.getByRole('button', { name: 'Put up for approval' }).isDisabled()).toBe(true);
    expect(await omar.getByText('No rule was asked of it, so it is not admissible.').count()).toBe(7);
    path = new URL(omar.url()).hash;
    await look(omar);
    await omar.getByRole('button', { name: 'Edit the case' }).click();
    const text = omar.getByRole('textbox', { name: 'Case' });
    await text.fill(workedCase().replace('draws: 10000', 'draws: many'));
    await omar.getByRole('button', { name: 'Save' }).click();
    await omar.getByText(/^\d+:\d+ .*draws/).waitFor();
    await text.fill(workedCase());
    await omar.getByRole('button', { name: 'Save' }).click();
    await omar.getByText('Nothing is left to fill in').waitFor();
  });

  it('elicit the weights with scores out of sight', async () => {
    await omar.getByRole('button', { name: 'Elicit the weights' }).click();
    await omar.getByText('Imagine that everything is at its least acceptable').waitFor();
    await omar.getByRole('button', { name: /^Letters accepted without change: further up/ }).click();
    await omar.getByRole('button', { name: 'Next: points' }).click();
    await omar.getByText('The first swing, “Letters accepted without change”, counts 100').waitFor();
    const reach = omar.getByRole('slider', { name: /Residual reach of foreign law/ });
    await reach.focus();
    for (let presses = 0; presses < 10; presses += 1) await reach.press('ArrowLeft');
    await look(omar);
    await omar.getByRole('button', { name: 'Keep these weights' }).click();
    await omar.getByText('The weights are kept.').waitFor();
    await omar.getByText(/Letters accepted without change: 100/).waitFor();
    await omar.getByText(/beyond what the rules demand: 90/).waitFor();
    expect(await omar.getByRole('heading', { name: 'Outcome' }).count()).toBe(0);
    expect(await omar.getByText('66 (61–71) percent').count()).toBe(0);
  });

  it('show the outcome once a second person has approved the inputs', async () => {
    await omar.getByRole('button', { name: 'Put up for approval' }).click();
    await omar.getByText('You drafted this decision; someone else approves and signs it.').waitFor();
    expect(await omar.getByRole('button', { name: 'Approve the inputs' }).count()).toBe(0);
    await ines.goto(`/${path}`);
    await ines.getByRole('button', { name: 'Approve the inputs' }).click();
    await ines.getByRole('textbox', { name: 'Remark' }).fill('anchors and weights as agreed');
    await ines.getByRole('dialog').getByRole('button', { name: 'Approve the inputs' }).click();
    await ines.getByRole('heading', { name: 'Outcome' }).waitFor();
    await ines.getByText('66 (61–71) percent').waitFor();
    expect(await ines.getByRole('img', { name: /^How far each weight may move/ }).count()).toBe(1);
    expect(await ines.getByRole('img', { name: /^Cumulative cost.*earned back/ }).count()).toBe(1);
    await ines.getByText('As a table: How often each option comes first').click();
    await ines.getByRole('table', { name: 'How often each option comes first' }).getByRole('rowheader', { name: /gpt-oss-120b on own servers/ }).waitFor();
    await look(ines);
  });

  it('try other weights under a mark, and keep what was approved', async () => {
    const agreed = await ines.getByRole('img', { name: /^Weighted value by criterion/ }).getAttribute('aria-label');
    await ines.getByRole('button', { name: 'Try other weights' }).click();
    await ines.getByText('This is a what-if.').waitFor();
    expect(await ines.getByText('What if · not recorded').count()).toBeGreaterThan(3);
    const answered = ines.waitForResponse((response) => response.url().endsWith('/what-if'));
    await ines.getByRole('slider', { name: /^Letters accepted/ }).press('Home');
    expect((await answered).status()).toBe(200);
    await ines.waitForFunction((before) => (globalThis as unknown as { document: { querySelector(selector: string): { getAttribute(name: string): string } | null } }).document.querySelector('svg[aria-label^="Weighted value by criterion"]')?.getAttribute('aria-label') !== before, agreed);
    await look(ines);
    await ines.getByRole('button', { name: 'Back to what was approved' }).click();
    expect(await ines.getByText('What if · not recorded').count()).toBe(0);
    expect(await ines.getByRole('img', { name: /^Weighted value by criterion/ }).getAttribute('aria-label')).toBe(agreed);
  });

  it('have the decision taken by the second person, for an admissible option', async () => {
    await ines.getByRole('button', { name: 'Take the decision' }).click();
    expect(await ines.getByRole('radio', { name: /GPT-5.5 direct/ }).isDisabled()).toBe(true);
    await ines.getByRole('radio', { name: /gpt-oss-120b on own servers/ }).check();
    await ines.getByRole('textbox', { name: 'Why' }).fill('leads by far');
    await look(ines);
    await ines.getByRole('dialog').getByRole('button', { name: 'Take the decision' }).click();
    await ines.getByText('The decision is taken.').waitFor();
    await omar.goto('/#/decisions');
    await omar.getByRole('cell', { name: 'signed off' }).waitFor();
    await look(omar);
  });

  it('say whether a decision that was taken still stands, and what has changed where it does not', async () => {
    const author = await signInAs(test, 'author@example.org', ['compliance-officer']);
    const id = await signDecision(author, await signInAs(test, 'signer@example.org', ['risk-officer']), 'claims-assistant');
    await omar.goto(`/#/decisions/${id}/show`);
    await omar.getByText('Its options come out as they did when it was put up.').waitFor();
    await look(omar);
    const { body } = await author.call('get', '/api/v1/register/records/deployment/claims-assistant').expect(200);
    const { value, sources, revision } = body as { value: { alternatives: readonly object[] }; sources: readonly string[]; revision: number };
    await author.call('put', '/api/v1/register/records/deployment/claims-assistant').set('if-match', `"${revision}"`).send({ value: { ...value, alternatives: value.alternatives.slice(1) }, replaces: sources, reason: 'one is out' }).expect(200);
    await omar.reload();
    await omar.getByText('It has to be opened again: by now, options come out otherwise.').waitFor();
    await omar.getByText(/outcomes? (has|have) changed/).click();
    await omar.getByRole('status').getByText('option-not-described').waitFor();
    await look(omar);
  });

  it('map flows by jurisdiction, as a picture and as a table', async () => {
    await omar.goto('/#/flow-map');
    const picture = omar.getByRole('img', { name: /^Who sends what to whom/ });
    expect(await picture.getAttribute('aria-label')).toMatch(/United States \(outside the EEA\) \d+/);
    expect(await omar.getByRole('row', { name: /place not stated/ }).count()).toBeGreaterThan(0);
    await look(omar);
    const before = await omar.getByRole('table', { name: 'Data flows' }).getByRole('row').count();
    await omar.getByRole('button', { name: /^inside the EEA/ }).click();
    expect(await omar.getByRole('table', { name: 'Data flows' }).getByRole('row').count()).toBeLessThan(before);
    await omar.getByText('As a table: Who sends what to whom, and where').click();
    await omar.getByRole('rowheader', { name: 'United States' }).waitFor();
  });

  it('draw the lineage of a model', async () => {
    await omar.goto('/#/model/deepseek-coder-33b/show');
    await omar.getByRole('tab', { name: 'Lineage' }).click();
    await omar.getByText(/Nothing is recorded|From parents on the left/).waitFor();
    const { steps } = await lineageOf();
    await omar.goto(`/#/model/${encodeURIComponent(steps)}/show`);
    await omar.getByRole('tab', { name: 'Lineage' }).click();
    await omar.getByRole('img', { name: /^Lineage:/ }).waitFor();
    await look(omar);
  });

  const lineageOf = async (): Promise<{ steps: string }> => {
    const answer = await omar.request.get('/api/v1/register/records?kind=lineageEdge&limit=1');
    const { items } = (await answer.json()) as { items: readonly { value: { child: string } }[] };
    return { steps: items[0]?.value.child ?? '' };
  };

  it('tell what a shock breaks, and what has a fallback', async () => {
    await omar.goto('/#/shocks');
    await omar.getByRole('button', { name: 'See what breaks' }).click();
    await omar.getByText('2 break', { exact: true }).waitFor();
    await omar.getByRole('table', { name: 'What breaks, and what has a fallback' }).getByRole('rowheader', { name: 'Customer chat' }).waitFor();
    await look(omar);
    await omar.getByLabel('Shock', { exact: true }).selectOption('api-cut-off');
    await omar.getByRole('combobox', { name: 'Provider' }).fill('nobody');
    await omar.getByRole('button', { name: 'See what breaks' }).click();
    await omar.getByRole('alert').getByText('nobody').waitFor();
  });

  it('show how outcomes went from audit to audit', async () => {
    for (const day of ['2026-11-23T12:00:00Z', '2026-11-23T12:05:00Z']) {
      test.clock.set(day);
      await omar.goto('/#/');
      await omar.getByRole('button', { name: 'Audit the register' }).click();
      await omar.getByText('The register was audited').waitFor();
    }
    await omar.reload();
    await omar.getByRole('img', { name: /^Trend: fail \d+ → \d+/ }).waitFor();
    await look(omar);
  });

  it('are read on a phone and in the dark', async () => {
    const phone = await signedIn('phone@example.org', 'Phone', ['risk-officer'], { colorScheme: 'dark', width: 390 });
    for (const hash of [path, '#/flow-map', '#/shocks', '#/decisions', '#/']) {
      await phone.goto(`/${hash}`);
      await phone.getByRole('heading', { level: 1 }).or(phone.getByText('signed off')).or(phone.getByRole('heading', { name: 'Last audit of the register' })).first().waitFor();
      await phone.waitForTimeout(400);
      await look(phone);
      expect([hash, await phone.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth)]).toEqual([hash, 390]);
    }
  });

  it('break no rule of WCAG, and ask no other host', () => {
    expect([...violations]).toEqual([]);
    expect(faults).toEqual([]);
  });
});
