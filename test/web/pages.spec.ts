import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import request from 'supertest';
import { UsersService } from '../../src/server/access/users.service.js';
import { type Role } from '../../src/server/access/role.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { followLink } from '../e2e/browser.js';
import { startTestApp, type TestApp } from '../e2e/test-app.js';
import { axeViolations } from './axe-violations.js';
import { hasBrowser, openBrowser } from './open-browser.js';

jest.setTimeout(120_000);

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;
const passPhrase = 'a long pass phrase';
const mostBytesBefore = 150_000;
/** With the first screen behind the sign-in. */
const mostBytes = 400_000;

(hasBrowser() ? describe : describe.skip)('the pages', () => {
  let test: TestApp;
  let browser: Browser;
  let url: string;
  let officer: Page;
  let looks = 0;
  const violations = new Set<string>();
  const faults: string[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
    officer = await newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage({ baseURL: url, reducedMotion: 'reduce', viewport: { width: 1366, height: 800 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(`${error.message} at ${page.url()}`));
    page.on('console', (message) => (message.type() === 'error' && /Content.Security.Policy/i.test(message.text()) ? faults.push(message.text()) : undefined));
    return page;
  };
  const linkFor = async (email: string, name: string, roles: Role[]): Promise<string> => (await test.app.get(UsersService).add(administrator, { email, name, roles })).link.token;
  const signedIn = async (email: string, name: string, roles: Role[]): Promise<Page> => {
    const page = await newPage();
    await page.goto(`/sign-in?token=${await linkFor(email, name, roles)}`);
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
    return page;
  };
  /** Looks at the screen as it is now; what is found is told at the end, so that all of it is told. */
  const look = async (page: Page): Promise<void> => {
    looks++;
    for (const violation of await axeViolations(page)) violations.add(violation);
  };

  /** Follows a number of the dashboard to the list it counts, and comes back. */
  const leadsToAsMany = async (page: Page, name: RegExp): Promise<void> => {
    const link = page.getByRole('link', { name });
    await page.waitForFunction((pattern) => [...(globalThis as unknown as { document: { links: Iterable<{ textContent: string }> } }).document.links].some(({ textContent }) => new RegExp(pattern).test(textContent)), name.source);
    const counted = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
    expect(counted).toBeGreaterThan(0);
    await link.click();
    await page.getByText(`${counted} in all`, { exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Last audit of the register' }).waitFor();
  };

  it('are kept by digest, asked for again by name, and nothing else is at their address', async () => {
    const { text } = await request(test.server).get('/').expect(200).expect('cache-control', 'no-cache').expect('content-type', /html/);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    await request(test.server).get(script).expect(200).expect('cache-control', 'public, max-age=31536000, immutable').expect('content-encoding', 'gzip');
    await request(test.server).get('/assets/none.js').expect(404).expect('content-type', /problem\+json/);
    expect(text).not.toMatch(/<script(?![^>]* src=)/);
  });

  it('take a password, and load no more than they must before', async () => {
    const token = await linkFor('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
    await (await followLink(test, token)).call('put', '/api/v1/session/password').send({ next: passPhrase }).expect(204);
    const sizes: Promise<number>[] = [];
    const count = (response: { url(): string; allHeaders(): Promise<Record<string, string>> }): void => void (response.url().endsWith('.js') ? sizes.push(response.allHeaders().then((headers) => Number(headers['content-length']))) : undefined);
    officer.on('response', count);
    await officer.goto('/');
    await officer.getByLabel('Password').waitFor();
    const bytes = async (): Promise<number> => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(await bytes()).toBeGreaterThan(10_000);
    expect(await bytes()).toBeLessThan(mostBytesBefore);
    await look(officer);
    await officer.getByLabel('E-mail address').fill('ines@example.org');
    await officer.getByLabel('Password').fill('not the pass phrase');
    await officer.getByRole('button', { name: 'Sign in' }).click();
    await officer.getByRole('alert').waitFor();
    await officer.getByLabel('Password').fill(passPhrase);
    await officer.getByRole('button', { name: 'Sign in' }).click();
    await officer.getByText('The register is empty').waitFor();
    officer.off('response', count);
    expect(await bytes()).toBeLessThan(mostBytes);
    await look(officer);
  });

  it('import a folder after showing what would change', async () => {
    await officer.getByRole('link', { name: 'Import' }).last().click();
    await officer.locator('input[type=file]').last().setInputFiles(resolve('examples/nordlicht'));
    await officer.getByLabel('Reason').fill('first state');
    expect(await officer.getByLabel('Collection').inputValue()).toBe('nordlicht');
    await officer.getByRole('button', { name: 'Preview' }).click();
    await officer.getByText('nordlicht/report/logo.svg:1:1').waitFor();
    await look(officer);
    expect(await officer.getByRole('button', { name: 'Apply these changes' }).count()).toBe(0);
    await officer.getByRole('button', { name: 'Leave out these 2 files' }).click();
    await officer.getByRole('button', { name: 'Preview' }).click();
    await officer.getByText('70 added, 0 changed').waitFor();
    await officer.getByRole('button', { name: 'Apply these changes' }).click();
    await officer.getByText('The register is at revision 1 now.').waitFor();
  });

  it('show records with their sources and mark what is disputed', async () => {
    await officer.goto('/#/model/deepseek-coder-33b/show');
    await officer.getByText('Sources contradict each other').waitFor();
    const row = officer.getByRole('row', { name: /licence\.expression/ });
    expect(await row.textContent()).toContain('disputed');
    await look(officer);
    await officer.getByRole('tab', { name: 'Sources' }).click();
    await officer.getByRole('heading', { name: 'nordlicht/models/deepseek-coder-33b/README.md' }).waitFor();
    await officer.goto('/#/deployment');
    await officer.getByRole('cell', { name: 'claims-assistant', exact: true }).waitFor();
    await look(officer);
  });

  it('state a record by hand, and tell who was first where two do', async () => {
    await officer.goto('/#/deployment/claims-assistant/show');
    await officer.getByRole('button', { name: 'Edit by hand' }).click();
    await officer.getByRole('textbox', { name: 'owner', exact: true }).fill('Claims platform');
    await officer.getByRole('textbox', { name: 'Reason', exact: true }).fill('reorganised');
    await look(officer);
    const { body } = await request(test.server).get('/api/v1/register/records/deployment/claims-assistant').set('authorization', `Bearer ${test.key}`).expect(200);
    const { value, revision } = body as { value: object; revision: number };
    await request(test.server).put('/api/v1/register/records/deployment/claims-assistant').set('authorization', `Bearer ${test.key}`).set('if-match', `"${revision}"`).send({ value: { ...value, usersPerMonth: 901 }, replaces: ['nordlicht/domicile.yaml'], reason: 'counted' }).expect(200);
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByText('Someone else has changed this meanwhile').waitFor();
    await officer.getByRole('button', { name: 'Cancel' }).click();
    await officer.getByRole('cell', { name: '901' }).waitFor();
    await officer.getByRole('button', { name: 'Edit by hand' }).click();
    await officer.getByRole('textbox', { name: 'owner', exact: true }).fill('Claims platform');
    await officer.getByRole('textbox', { name: 'Reason', exact: true }).fill('reorganised');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('cell', { name: 'Claims platform' }).first().waitFor();
    await officer.getByRole('tab', { name: 'History' }).click();
    await officer.getByText('reorganised').waitFor();
    await look(officer);
  });

  it('audit the register and lead from a number to a finding', async () => {
    const never = officer.getByText('The register has not been audited yet.');
    await officer.goto('/#/findings');
    await never.waitFor();
    await officer.goto('/#/');
    await never.nth(1).waitFor();
    expect(await officer.getByRole('link', { name: 'in progress' }).count()).toBe(0);
    await officer.getByRole('button', { name: 'Audit the register' }).click();
    await officer.getByText('non-conforming', { exact: true }).waitFor();
    await officer.getByText('The register has not changed since.').waitFor();
    await look(officer);
    for (const count of [/^\d+ fail$/, /^\d+ unknown$/, /^open ?\d+$/, /^high ?\d+$/]) await leadsToAsMany(officer, count);
    await officer.getByRole('link', { name: /critical/ }).click();
    await officer.getByRole('checkbox', { name: 'Select this row' }).first().check();
    await officer.getByText('1 item selected').waitFor();
    await officer.getByRole('checkbox', { name: 'Select all' }).check();
    expect(await officer.getByRole('checkbox', { name: 'Select this row', checked: false }).count()).toBe(0);
    await look(officer);
    await officer.getByRole('checkbox', { name: 'Select all' }).uncheck();
    expect(await officer.getByRole('button', { name: 'Request a waiver' }).count()).toBe(0);
    await officer.getByRole('cell', { name: 'RES-05' }).first().click();
    await officer.getByRole('heading', { name: 'What to do' }).waitFor();
    expect(await officer.getByRole('region', { name: 'Why', exact: true }).textContent()).toContain('deployment.serviceEnd.past is yes');
    await look(officer);
  });

  it('let one person request a waiver and only another approve it', async () => {
    await officer.getByRole('button', { name: 'Request a waiver' }).click();
    await officer.getByLabel('Justification').fill('moves with the release of March');
    await officer.getByLabel('Ends on').fill('2027-03-31');
    await look(officer);
    await officer.getByRole('button', { name: 'Put up for a decision' }).click();
    await officer.getByText('You requested this waiver').waitFor();
    expect(await officer.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const other = await signedIn('otto@example.org', 'Otto Brandt', ['risk-officer']);
    expect(await other.getByRole('button', { name: 'Audit the register' }).count()).toBe(0);
    expect(await other.getByRole('link', { name: 'Import' }).count()).toBe(0);
    await other.getByRole('link', { name: /W-1/ }).click();
    await other.getByRole('button', { name: 'Approve' }).click();
    await other.getByLabel('Remark').fill('accepted until March');
    await look(other);
    await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await other.getByText('Otto Brandt (you) · risk officer').waitFor();
    await look(other);
    await officer.goto('/#/waivers');
    await officer.getByRole('cell', { name: 'approved' }).waitFor();
    await look(officer);
  });

  it('give the report of an audit as a PDF', async () => {
    await officer.goto('/#/audits');
    await officer.getByRole('button', { name: 'Report' }).first().click();
    await look(officer);
    const download = officer.waitForEvent('download', { timeout: 30_000 });
    await officer.getByRole('link', { name: 'Download PDF' }).click();
    expect(readFileSync(await (await download).path()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('show policies, changes and the log to those who may read them, and people and keys to who manages them', async () => {
    await officer.goto('/#/policies');
    await officer.getByRole('cell', { name: 'Transfers and residency' }).click();
    await officer.getByRole('button', { name: /^TRF-01/ }).click();
    await officer.getByText('Check:').waitFor();
    await look(officer);
    await officer.goto('/#/revisions');
    await officer.getByRole('cell', { name: 'reorganised' }).waitFor();
    await look(officer);
    await officer.goto('/#/log');
    await officer.getByRole('cell', { name: 'waiver.approve' }).or(officer.getByRole('cell', { name: 'session.open' }).first()).first().waitFor();
    await look(officer);
    expect(await officer.getByRole('link', { name: 'People' }).count()).toBe(0);
    const admin = await signedIn('ada@example.org', 'Ada Berg', ['administrator']);
    await admin.getByRole('link', { name: 'People' }).click();
    await admin.getByRole('button', { name: 'Add a person' }).click();
    await admin.getByRole('textbox', { name: 'E-mail address' }).fill('pia@example.org');
    await admin.getByRole('textbox', { name: 'Name' }).fill('Pia Quist');
    await admin.getByRole('checkbox', { name: 'auditor' }).check();
    await look(admin);
    await admin.getByRole('button', { name: 'Save' }).click();
    const link = await admin.getByRole('textbox', { name: 'Sign-in link' }).inputValue();
    await request(test.server).get(link.slice(link.indexOf('/sign-in'))).expect(302).expect('location', '/');
    await admin.getByRole('button', { name: 'Close' }).click();
    await admin.getByRole('cell', { name: 'Pia Quist' }).waitFor();
    await look(admin);
    await admin.goto('/#/keys');
    await admin.getByRole('button', { name: 'Make a key' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('pipeline');
    await admin.getByRole('textbox', { name: 'Ends' }).fill('2027-06-30');
    await admin.getByLabel('audit:read').check();
    await admin.getByRole('button', { name: 'Save' }).click();
    const key = await admin.getByRole('textbox', { name: 'API key' }).inputValue();
    await request(test.server).get('/api/v1/audits').set('authorization', `Bearer ${key}`).expect(200);
    await admin.getByRole('button', { name: 'Close' }).click();
    await look(admin);
  });

  it('ask for the password again where the session has ended, and keep what was entered', async () => {
    await officer.goto('/#/import');
    await officer.getByLabel('Reason').fill('not to be lost');
    await officer.locator('input[type=file]').first().setInputFiles({ name: 'domicile.yaml', mimeType: 'text/yaml', buffer: Buffer.from('domicile: 1\n') });
    await officer.getByLabel('Collection').fill('other');
    await officer.context().clearCookies();
    await officer.getByRole('button', { name: 'Preview' }).click();
    const again = officer.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByLabel('E-mail address').fill('ines@example.org');
    await again.getByLabel('Password').fill(passPhrase);
    await look(officer);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'detached' });
    expect(await officer.getByLabel('Reason').inputValue()).toBe('not to be lost');
  });

  it.each([
    ['de-DE', 'Bei Domicile anmelden', 'Letzte Prüfung des Registers', 'Feststellungen'],
    ['fr-FR', 'Se connecter à Domicile', 'Dernier audit du registre', 'Constats'],
  ])('speak %s where the browser does', async (locale, title, conclusion, findings) => {
    const page = await (await browser.newContext({ baseURL: url, locale, reducedMotion: 'reduce' })).newPage();
    await page.goto('/');
    await page.getByRole('heading', { name: title }).waitFor();
    await page.goto(`/sign-in?token=${await linkFor(`${locale}@example.org`, 'Lou', ['auditor'])}`);
    await page.getByRole('heading', { name: conclusion }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
    await page.getByRole('link', { name: findings, exact: true }).first().click();
    await page.getByRole('cell', { name: 'RES-05' }).first().waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/domicile\.[a-z_]+\.|resources\.|\bra\./);
  });

  it('give axe nothing to find on any screen', () => {
    expect(looks).toBeGreaterThan(18);
    expect([...violations]).toEqual([]);
  });

  it('break no rule of their own Content-Security-Policy and throw nothing', () => {
    expect(faults).toEqual([]);
  });
});
