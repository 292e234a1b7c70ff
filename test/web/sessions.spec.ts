import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Page } from 'playwright-core';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { followLink } from '../e2e/browser.js';
import { importFiles } from './import-files.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(180_000);

const passPhrase = 'a long pass phrase';
const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation, environment: production, status: live }]\n';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

(hasBrowser() ? describe : describe.skip)('sessions in the pages', () => {
  let world: World;
  let provider: ChildProcess;

  beforeAll(async () => {
    const [port, providerPort] = [await freePort(), await freePort()];
    const ours = `http://127.0.0.1:${port}`;
    provider = spawn(process.execPath, [resolve('test/e2e/oidc-provider.mjs'), String(providerPort), `${ours}/api/v1/session/oidc/callback`], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(provider.stdout as NodeJS.ReadableStream, 'data');
    world = await startWorld({ port, address: new PublicAddress(ours), oidc: { issuer: `http://127.0.0.1:${providerPort}`, client: 'domicile', secret: 'secret-of-the-client', groupsClaim: 'groups', roles: { office: 'compliance-officer', audit: 'auditor' } } });
    await importFiles(world.test, { 'domicile.yaml': manifest });
  });
  afterAll(async () => {
    await world?.close();
    provider?.kill();
  });

  /** Walks through the provider's own pages. */
  const signInThere = async (page: Page, login: string): Promise<void> => {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
  };

  it('begin at the identity provider and come back with the roles of the groups', async () => {
    const page = await world.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
    await signInThere(page, 'ana+audit');
    await page.getByRole('heading', { name: "Auditor's view", exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Audit the register' }).count()).toBe(0);
    await world.look(page);
  });

  it('that end over a form are taken up again at the identity provider, beside the form', async () => {
    const page = await world.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
    await signInThere(page, 'otto+office');
    await page.getByRole('navigation').first().waitFor();
    await page.goto('/#/schedules/create');
    await page.getByRole('textbox', { name: 'Name' }).fill('kept while away');
    await page.context().clearCookies({ name: 'domicile' });
    await page.getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.waitFor();
    await world.look(page);
    const opened = page.context().waitForEvent('page');
    await again.getByRole('link', { name: 'Sign in with your organisation' }).click();
    const beside = await opened;
    await beside.getByRole('navigation').first().waitFor();
    await beside.close();
    await page.bringToFront();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await again.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'kept while away', exact: true }).waitFor();
  });

  it('that end in the middle of a form lose nothing: the password is asked for over it, and what was sent is sent again, once', async () => {
    const link = await world.linkFor('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
    await (await followLink(world.test, link)).call('put', '/api/v1/session/password').send({ next: passPhrase }).expect(204);
    const page = await world.newPage();
    await page.goto('/');
    await page.getByLabel('E-mail address').fill('ines@example.org');
    await page.getByLabel('Password').fill(passPhrase);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'Evidence' }).click();
    await page.getByRole('link', { name: 'Add a document' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'dpa.txt', mimeType: 'text/plain', buffer: Buffer.from('agreed') });
    await page.getByRole('textbox', { name: 'Title' }).fill('Agreement on processing');
    await page.getByLabel('Holds from').fill('2026-02-01');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByLabel('E-mail address').fill('ines@example.org');
    await again.getByLabel('Password').fill('not the pass phrase');
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await again.getByRole('alert').waitFor();
    await again.getByLabel('Password').fill(passPhrase);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Agreement on processing', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Evidence' }).click();
    await page.getByRole('cell', { name: 'Agreement on processing' }).waitFor();
    expect(await page.getByRole('cell', { name: 'Agreement on processing' }).count()).toBe(1);
  });

  it('are led by the keyboard alone, from the sign-in to a comment on a finding', async () => {
    const page = await world.newPage();
    await page.goto('/');
    await page.getByLabel('E-mail address').waitFor();
    const keys = page.keyboard;
    await keys.type('ines@example.org');
    await keys.press('Tab');
    await keys.type(passPhrase);
    await keys.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    /** Goes on by Tab until what has the focus is called this. */
    const tabTo = async (role: string, name: RegExp): Promise<void> => {
      for (let pressed = 0; pressed < 120; pressed++) {
        await keys.press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.count()) > 0 && (await focused.and(page.getByRole(role as 'button', { name })).count()) > 0) return;
      }
      throw new Error(`no ${role} ${String(name)} is reached by Tab at ${page.url()}`);
    };
    await tabTo('button', /^Audit the register$/);
    expect(await page.locator(':focus').evaluate((element) => (globalThis as unknown as { getComputedStyle(of: unknown): { outlineStyle: string } }).getComputedStyle(element).outlineStyle)).toBe('solid');
    await keys.press('Enter');
    await page.getByText('The register has not changed since.').waitFor({ timeout: 60_000 });
    await page.goto('/#/');
    await page.reload();
    await tabTo('link', /^Findings$/);
    await keys.press('Enter');
    await page.getByRole('row').nth(1).waitFor();
    await tabTo('link', /DEP|RES|GOV|LIC|DOC|[A-Z]{3}-\d\d/);
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'What to do', exact: true }).waitFor();
    await tabTo('combobox', /Assigned to/);
    await keys.press('Enter');
    await page.getByRole('option', { name: /Ines/ }).waitFor();
    await keys.type('Ines');
    await keys.press('Enter');
    await page.getByText(/Assigned to Ines/).first().waitFor();
    await tabTo('textbox', /Add a comment/);
    await keys.type('looked at without a mouse');
    await tabTo('button', /^Comment$/);
    await keys.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'looked at without a mouse' }).waitFor();
  });

  it('give axe nothing to find and break no rule of the policy of the pages', () => {
    expect(world.looks()).toBeGreaterThan(1);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
