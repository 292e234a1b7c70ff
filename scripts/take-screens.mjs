/**
 * Photographs every screen of the pages at the width of a laptop and of a phone, light and dark, into .data/screens.
 * node scripts/take-screens.mjs http://127.0.0.1:3000 <sign-in link or name of a file with the cookies of one> [part of a screen's name]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/* global localStorage, document, window */
const [url, link, wanted = ''] = process.argv.slice(2);
const folder = '.data/screens';
const cookies = join(folder, 'cookies.json');
const widths = { laptop: { width: 1366, height: 800 }, phone: { width: 390, height: 844 } };
const lists = ['findings', 'waivers', 'audits', 'clearances', 'evidence', 'policies', 'auditor', 'reports', 'schedules', 'deliveries', 'notifications', 'deployment', 'model', 'provider', 'dataFlow', 'weightArtefact', 'licence', 'lineageEdge', 'organisation', 'legalEntity', 'codeCall', 'import', 'revisions', 'jobs', 'log', 'users', 'keys', 'trusts'];
const forms = ['schedules/create', 'evidence/create', 'notifications/settings'];
const opened = { findings: 'findings', waivers: 'waivers', clearances: 'clearances', evidence: 'evidence', policies: 'policies', schedules: 'schedules', deliveries: 'deliveries', 'register/records?kind=deployment': 'deployment' };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', locale: process.env.SCREENS_LOCALE ?? 'en-GB', ...(existsSync(cookies) ? { storageState: JSON.parse(readFileSync(cookies, 'utf8')) } : {}) });
const page = await context.newPage();
if (!existsSync(cookies)) {
  await page.goto(link);
  writeFileSync(cookies, JSON.stringify(await context.storageState()));
}
const screens = ['', ...lists, ...forms];
for (const [list, screen] of Object.entries(opened)) {
  const { items = [] } = await (await context.request.get(`/api/v1/${list}`)).json();
  const [first] = items;
  if (first !== undefined) screens.push(`${screen}/${encodeURIComponent(first.fingerprint ?? first.id)}/show`);
}
for (const screen of screens.filter((name) => name.includes(wanted)))
  for (const [width, viewport] of Object.entries(widths))
    for (const theme of ['light', 'dark']) {
      await page.setViewportSize(viewport);
      await page.addInitScript((mode) => localStorage.setItem('RaStore.theme', JSON.stringify(mode)), theme);
      await page.goto(`/?${width}-${theme}#/${screen}`);
      await page.locator('main, #main-content').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(250);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) console.log(`${screen} ${width}: ${wide} pixels too wide`);
      await page.screenshot({ path: join(folder, `${screen.replace(/\/[^/]*\/show/, '-show').replaceAll('/', '-') || 'dashboard'}-${width}-${theme}.png`), fullPage: true });
    }
await browser.close();
