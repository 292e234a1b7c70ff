import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { DeliveryOptions } from '../../src/server/deliveries/delivery-options.js';
import { screenPermissions, type ScreenPath } from '../../src/web/admin/screen-permissions.js';
import { fillWorld } from './fill-world.js';
import { hasBrowser } from './open-browser.js';
import { settled, watchRequests } from './settled.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(600_000);

const mostShift = 0.1;
/** What code calls is only found by a scan on the command line, so that no server has a record of it to show. */
const neverFilled: readonly ScreenPath[] = ['codeCall/:id/show'];
const listOf: Readonly<Record<string, string>> = { 'own-policies': 'policies/own', trusts: 'ci-trusts' };

/** Adds up, as browsers define it, how far what is shown has moved without anybody having asked for it. */
const observer = `
window.shift = 0;
window.moved = [];
let [session, began, last] = [0, 0, 0];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    if (startTime - last > 1000 || startTime - began > 5000) [session, began] = [0, startTime];
    session += value;
    last = startTime;
    window.shift = Math.max(window.shift, session);
    for (const { node, previousRect, currentRect } of sources) window.moved.push((node?.nodeName ?? '?') + '.' + String(node?.className?.baseVal ?? node?.className ?? '').slice(0, 60) + ' ' + [previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(',')).join(' > '));
  }
}).observe({ type: 'layout-shift', buffered: true });`;

interface Measured {
  readonly shift: number;
  readonly moved: readonly string[];
  readonly wide: number;
  readonly widest: readonly string[];
  readonly text: string;
}

(hasBrowser() ? describe : describe.skip)('every screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  const paths: string[] = [''];
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ delivery: { ...DeliveryOptions.none, folders: [{ name: 'archive', path: folder }] } });
    await fillWorld(world.test, 'archive');
    for (const path of Object.keys(screenPermissions) as ScreenPath[]) if (!neverFilled.includes(path)) paths.push(await filledIn(path));
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The path with the id of the first of its list. */
  const filledIn = async (path: ScreenPath): Promise<string> => {
    if (!path.includes(':id')) return path;
    const list = path.slice(0, path.indexOf('/'));
    const isKind = path.endsWith('/show') && screenPermissions[path] === 'register:read';
    const asked = isKind ? `register/records?kind=${list}&limit=1` : (listOf[list] ?? list);
    const { body } = await request(world.test.server).get(`/api/v1/${asked}`).set('authorization', `Bearer ${world.test.key}`).expect(200);
    const [first] = (body as { items: readonly { id?: string; fingerprint?: string }[] }).items;
    const id = first?.fingerprint ?? first?.id;
    if (id === undefined) throw new Error(`there is nothing that #/${path} could show`);
    return path.replace(':id', encodeURIComponent(id));
  };

  /** For people to look at, where `DOMICILE_SCREENSHOTS` names a folder. */
  const keepPicture = async (page: Page, path: string, scheme: string): Promise<void> => {
    const into = process.env['DOMICILE_SCREENSHOTS'];
    const name = path.replace(/\/[^/]{20,}/, '').replaceAll('/', '-') || 'dashboard';
    if (into !== undefined) await page.screenshot({ path: join(into, `${name}-${page.viewportSize()?.width}-${scheme}.png`), fullPage: true });
  };

  const visit = async (page: Page, path: string, at: number): Promise<readonly string[]> => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`/?${at}#/${path}`);
    await settled(page);
    const { shift, moved, wide, widest, text } = await page.evaluate<Measured>("({ shift: window.shift, moved: window.moved, wide: document.documentElement.scrollWidth - window.innerWidth, widest: [...document.querySelectorAll('#root *')].filter((each) => each.getBoundingClientRect().right > window.innerWidth).slice(0, 6).map((each) => each.nodeName + '.' + String(each.className).slice(0, 40) + ' ' + (each.textContent ?? '').slice(0, 30)), text: document.getElementById('main-content')?.innerText ?? '' })");
    await world.look(page);
    await keepPicture(page, path, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await world.look(page);
    await keepPicture(page, path, 'dark');
    return [
      ...(decodeURIComponent(new URL(page.url()).hash) === decodeURIComponent(`#/${path}`) ? [] : [`leads to ${page.url()}`]),
      ...(text.trim() === '' || /Not Found|Something went wrong/i.test(text) ? [`shows ‘${text.trim().slice(0, 60)}’`] : []),
      ...(shift > mostShift ? [`shifts by ${shift.toFixed(3)}: ${moved.join('; ')}`] : []),
      ...(wide > 0 ? [`is ${wide} pixels too wide: ${widest.join('; ')}`] : []),
    ].map((wrong) => `#/${path} ${wrong}`);
  };

  /** All, or with `DOMICILE_SCREENS` those whose path fits it. */
  const wanted = (): readonly string[] => paths.filter((path) => new RegExp(process.env['DOMICILE_SCREENS'] ?? '').test(path));

  const walk = async (email: string, width: number): Promise<readonly string[]> => {
    const page = await world.signedIn(email, 'Lucy', ['administrator'], { width, height: 844, colorScheme: 'light' });
    const told: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? told.push(`${message.text()} at ${page.url()}`) : undefined));
    watchRequests(page);
    await page.addInitScript(observer);
    const wrong: string[] = [];
    for (const [at, path] of wanted().entries()) wrong.push(...(await visit(page, path, at)));
    return [...wrong, ...told].map((each) => `${width}: ${each}`);
  };

  it('stays where it is, is no wider than what shows it, and passes axe by day and by night, on a laptop and on a phone', async () => {
    const [laptop, phone] = await Promise.all([walk('lucy@example.org', 1366), walk('noor@example.org', 390)]);
    expect([...laptop, ...phone]).toEqual([]);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
    expect(world.looks()).toBe(wanted().length * 4);
  });

  it('is shown under a policy that runs no script but those of the server', async () => {
    const { headers } = await request(world.test.server).get('/').expect(200);
    const directives = Object.fromEntries(String(headers['content-security-policy']).split(';').map((each) => each.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
    expect(directives['script-src'] ?? directives['default-src']).toEqual(["'self'"]);
  });
});
