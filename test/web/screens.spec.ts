import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { importFiles } from './import-files.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(300_000);

const screens = ['', 'findings', 'waivers', 'audits', 'clearances', 'evidence', 'evidence/create', 'policies', 'auditor', 'reports', 'schedules', 'schedules/create', 'deliveries', 'notifications', 'notifications/settings', 'deployment', 'import', 'revisions', 'jobs', 'log', 'users', 'keys', 'trusts'];
const mostShift = 0.1;

/** Adds up, as browsers define it, how far what is shown has moved without anybody having asked for it. */
const observer = `
window.shift = 0;
let [session, began, last] = [0, 0, 0];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime } of list.getEntries()) {
    if (hadRecentInput) continue;
    if (startTime - last > 1000 || startTime - began > 5000) [session, began] = [0, startTime];
    session += value;
    last = startTime;
    window.shift = Math.max(window.shift, session);
  }
}).observe({ type: 'layout-shift', buffered: true });`;

(hasBrowser() ? describe : describe.skip)('every screen', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await importFiles(world.test, { 'domicile.yaml': readFileSync('examples/nordlicht/domicile.yaml', 'utf8') }, 'nordlicht');
    const send = (path: string, body: object): request.Test => request(world.test.server).post(`/api/v1/${path}`).set('authorization', `Bearer ${world.test.key}`).send(body);
    await send('audits', {}).expect(201);
    await send('schedules', { name: 'A report with a name so long that it has to break somewhere on a phone', cron: '0 8 * * 1' }).expect(201);
    await send('evidence', { title: 'Agreement', type: 'contract', effective: '2026-02-01', fileName: 'a.txt', mediaType: 'text/plain', content: 'SGVsbG8=' }).expect(201);
    await send('ci-trusts', { name: 'pipeline', issuer: 'https://gitlab.com', repository: '1', ref: 'main', workflow: 'acme/a-workflow-with-a-name-that-nobody-would-give/.gitlab-ci.yml', scopes: ['audit:read'] }).expect(201);
  });
  afterAll(() => world?.close());

  it.each([
    ['on a laptop', 'lucy@example.org', 1366, 'light'],
    ['on a phone in the dark', 'noor@example.org', 390, 'dark'],
  ] as const)('stays where it is, is no wider than what shows it, and passes axe %s', async (_where, email, width, colorScheme) => {
    const page = await world.signedIn(email, 'Lucy', ['administrator'], { width, height: 844, colorScheme });
    await page.addInitScript(observer);
    const wrong: string[] = [];
    for (const [at, screen] of screens.entries()) {
      await page.goto(`/?${at}#/${screen}`);
      await settled(page);
      const { shift, wide } = await page.evaluate<{ shift: number; wide: number }>('({ shift: window.shift, wide: document.documentElement.scrollWidth - window.innerWidth })');
      if (shift > mostShift) wrong.push(`${screen} shifts by ${shift.toFixed(3)}`);
      if (wide > 0) wrong.push(`${screen} is ${wide} pixels too wide`);
      await world.look(page);
    }
    expect(wrong).toEqual([]);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  async function settled(page: Page): Promise<void> {
    await page.getByRole('navigation').first().or(page.getByRole('button', { name: /menu/i })).first().waitFor();
    await page.waitForLoadState('networkidle');
  }
});
