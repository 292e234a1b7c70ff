import { type AddressInfo } from 'node:net';
import { type Browser } from 'playwright-core';
import { UsersService } from '../../src/server/access/users.service.js';
import { loadExample } from '../../src/server/load-example.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { startTestApp, type TestApp } from '../e2e/test-app.js';
import { axeViolations } from './axe-violations.js';
import { hasBrowser, openBrowser } from './open-browser.js';

jest.setTimeout(120_000);

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;

(hasBrowser() ? describe : describe.skip)('the first steps', () => {
  let test: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  it('lead from the question to the finding and the report of the example organisation, until they are dismissed', async () => {
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`, reducedMotion: 'reduce', viewport: { width: 1366, height: 800 } });
    const { link } = await test.app.get(UsersService).add(administrator, { email: 'ines@example.org', name: 'Ines', roles: ['compliance-officer'], units: [], readsOwnOnly: false });
    const steps = page.getByRole('region', { name: 'First steps' });
    await page.goto(`/sign-in?token=${link.token}`);
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
    expect(await steps.count()).toBe(0);

    expect(await loadExample(test.app)).toBe(true);
    await page.reload();
    await steps.waitFor();
    await page.getByRole('button', { name: 'Audit the register' }).click();
    await steps.getByRole('link', { name: /Why is the claims assistant/ }).waitFor();
    const folder = process.env['DOMICILE_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/first-steps-laptop.png`, fullPage: true });
    expect(await axeViolations(page)).toEqual([]);
    expect(await steps.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await steps.getByRole('link', { name: /gravest finding/ }).click();
    await page.waitForURL(/findings\/[0-9a-f]{32}\/show/);
    await page.getByText('claims-assistant').first().waitFor();
    await page.goBack();
    await steps.waitFor();
    expect(await steps.getByRole('checkbox', { checked: true }).count()).toBe(2);
    const report = await steps.getByRole('link', { name: /report for the board/ }).getAttribute('href');
    expect((await page.request.get(String(report))).headers()['content-type']).toBe('application/pdf');
    await steps.getByRole('button', { name: 'Do not show this again' }).click();
    await steps.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
    expect(await steps.count()).toBe(0);
  });
});
