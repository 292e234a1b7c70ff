import { type AddressInfo } from 'node:net';
import { type Browser, type Page } from 'playwright-core';
import { UsersService } from '../../src/server/access/users.service.js';
import { type Role } from '../../src/server/access/role.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { signInAs } from '../e2e/browser.js';
import { startTestApp, type TestApp } from '../e2e/test-app.js';
import { axeViolations } from './axe-violations.js';
import { hasBrowser, openBrowser } from './open-browser.js';

jest.setTimeout(180_000);

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;
const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments: [{ id: translate, name: Translation, model: bloom, provider: own, purpose: translation, owner: languages, criticality: critical }]
`;

(hasBrowser() ? describe : describe.skip)('policies of the organisation', () => {
  let test: TestApp;
  let browser: Browser;
  let url: string;
  let officer: Page;
  let lawyer: Page;
  const violations = new Set<string>();
  const faults: string[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
    const importer = await signInAs(test, 'import@example.org', ['administrator']);
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest }] };
    const preview = await importer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await importer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
    officer = await signedIn('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
    lawyer = await signedIn('lea@example.org', 'Lea Brandt', ['legal']);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  const signedIn = async (email: string, name: string, roles: Role[]): Promise<Page> => {
    const page = await browser.newPage({ baseURL: url, reducedMotion: 'reduce', viewport: { width: 1366, height: 800 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(`${error.message} at ${page.url()}`));
    page.on('console', (message) => (message.type() === 'error' && /Content.Security.Policy/i.test(message.text()) ? faults.push(message.text()) : undefined));
    const { link } = await test.app.get(UsersService).add(administrator, { email, name, roles, units: [], readsOwnOnly: false });
    await page.goto(`/sign-in?token=${link.token}`);
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
    return page;
  };
  const look = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['DOMICILE_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    for (const violation of await axeViolations(page)) violations.add(`${name}: ${violation}`);
  };
  const editor = (page: Page) => page.getByRole('textbox', { name: 'Text of the policy' });
  const say = async (page: Page, button: string): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('as the board decided');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('are written with errors at their line, completion, and a way out by keyboard', async () => {
    await officer.goto('/#/policies');
    await officer.getByText('Transfers and residency').waitFor();
    await look(officer, 'policies-laptop');
    await officer.getByRole('link', { name: 'Write a policy' }).click();
    await editor(officer).waitFor();
    await officer.getByText(/It compiles: house-rules 1\.0\.0/).waitFor();
    await look(officer, 'write-laptop');
    const line = officer.locator('.cm-line', { hasText: "check: deployment.criticality != 'critical'" });
    await line.click();
    await officer.keyboard.press('End');
    await officer.keyboard.press('Shift+Home');
    await officer.keyboard.type("check: deployment.critcality == 'low'");
    await officer.getByText(/did you mean 'criticality'/).first().waitFor();
    await officer.getByRole('button', { name: /^Line 19, column/ }).first().waitFor();
    await officer.locator('.cm-lintRange-error').first().waitFor();
    expect(await officer.getByRole('button', { name: 'Run tests' }).isDisabled()).toBe(true);
    await look(officer, 'error-laptop');
    await officer.keyboard.press('Shift+Home');
    await officer.keyboard.type('check: deployment.critic');
    await officer.getByRole('option', { name: /^criticality/ }).first().waitFor();
    await look(officer, 'completion-laptop');
    await officer.keyboard.press('Enter');
    await officer.keyboard.type(" != 'critical'");
    await officer.getByText(/It compiles: house-rules 1\.0\.0/).waitFor();
    await officer.keyboard.press('Escape');
    await officer.keyboard.press('Escape');
    await officer.keyboard.press('Tab');
    expect(await editor(officer).evaluate((node) => node === node.ownerDocument.activeElement)).toBe(false);
  });

  it('are tested, tried on a deployment and compared with what is in force', async () => {
    await officer.getByRole('button', { name: 'Run tests' }).click();
    await officer.getByText('Every test passes', { exact: false }).waitFor();
    await look(officer, 'tests-laptop');
    await officer.getByRole('button', { name: 'Try on a deployment' }).click();
    await officer.getByRole('dialog').getByLabel('Deployment').fill('translate');
    await officer.getByRole('dialog').getByRole('button', { name: 'Try on a deployment' }).click();
    await officer.getByText('translate is critical').waitFor();
    await look(officer, 'try-laptop');
    await officer.getByRole('button', { name: 'Dry run on the register' }).click();
    await officer.getByText('1 verdict would change.').waitFor();
    await look(officer, 'dry-run-laptop');
  });

  it('are submitted by one, approved by another, and then judge', async () => {
    await say(officer, 'Save');
    await officer.waitForURL(/own-policies\/.*\/show/);
    await editor(officer).waitFor();
    await say(officer, 'Put up for a decision');
    await officer.getByText('You wrote or submitted this version', { exact: false }).waitFor();
    expect(await officer.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await look(officer, 'in-review-laptop');
    await test.app.get(Ticker).tick();
    await lawyer.goto('/#/notifications');
    await lawyer.getByText('policy to approve').waitFor();
    await look(lawyer, 'policy-wanted-laptop');
    await lawyer.getByRole('link', { name: 'house-rules' }).click();
    await lawyer.waitForURL(officer.url());
    await editor(lawyer).waitFor();
    await lawyer.getByRole('button', { name: 'Approve' }).waitFor();
    await say(lawyer, 'Approve');
    await lawyer.getByText('in force', { exact: true }).first().waitFor();
    await look(lawyer, 'in-force-laptop');
    const { items } = (await (await officer.request.get('/api/v1/policies')).json()) as { items: { id: string; source: string }[] };
    expect(items.find(({ id }) => id === 'house-rules')).toMatchObject({ source: 'own' });
    await officer.goto('/#/');
    await officer.getByRole('button', { name: /^Audit/ }).first().click();
    await officer.getByText(/the register/i).first().waitFor();
    await officer.goto('/#/findings');
    await officer.getByText('HOUSE-01').first().waitFor();
  });

  it('stand on a phone, in the dark and in other languages', async () => {
    await lawyer.setViewportSize({ width: 390, height: 844 });
    await lawyer.emulateMedia({ colorScheme: 'dark' });
    await lawyer.reload();
    await editor(lawyer).waitFor();
    await look(lawyer, 'in-force-phone');
    expect(await lawyer.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await officer.setViewportSize({ width: 390, height: 844 });
    await officer.goto('/#/own-policies/create');
    await officer.reload();
    await editor(officer).waitFor();
    await officer.getByText(/It compiles/).waitFor();
    await look(officer, 'write-phone');
    await officer.goto('/#/own-policies');
    await officer.getByText('house-rules').first().waitFor();
    await look(officer, 'own-phone');
  });

  it('break no rule of WCAG 2.2 AA that axe knows, and no policy of the server', () => {
    expect([...violations]).toEqual([]);
    expect(faults).toEqual([]);
  });
});
