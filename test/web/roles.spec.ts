import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsOfRoles, role, type Role } from '../../src/server/access/role.js';
import { DeliveryOptions } from '../../src/server/deliveries/delivery-options.js';
import { screenPermissions, type ScreenPath } from '../../src/web/admin/screen-permissions.js';
import { fillWorld } from './fill-world.js';
import { hasBrowser } from './open-browser.js';
import { settled, watchRequests } from './settled.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(300_000);

/** One of the roles for each set of permissions that roles have. */
const different = [...new Map(role.options.map((name) => [permissionsOfRoles([name]).join(), name])).values()];
/** All kinds of records are shown by the same two screens. */
const paths = (Object.keys(screenPermissions) as ScreenPath[]).filter((path) => !path.includes(':id') && (screenPermissions[path] !== 'register:read' || ['deployment', 'flow-map', 'revisions'].includes(path)));

(hasBrowser() ? describe : describe.skip)('each role', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roles-'));
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ delivery: { ...DeliveryOptions.none, folders: [{ name: 'archive', path: folder }] } });
    await fillWorld(world.test, 'archive');
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(different)('is shown what it may see, as %s, and asks for nothing else', async (name: Role) => {
    const page = await world.signedIn(`${name}@example.org`, name, [name]);
    const permissions = permissionsOfRoles([name]);
    const wrong: string[] = [];
    let at = '';
    /** Where a screen is not offered, its list stands in its place where that is. */
    const texts = new Map<string, string>();
    page.on('response', (response) => (response.status() === 403 ? wrong.push(`#/${at} asks for ${response.url()}, which is refused`) : undefined));
    watchRequests(page);
    for (at of ['', ...paths]) {
      await page.evaluate((path) => { (globalThis as unknown as { location: { hash: string } }).location.hash = `#/${path}`; }, at);
      await settled(page);
      const offered = at === '' || permissions.includes(screenPermissions[at as ScreenPath]);
      const list = at.slice(0, Math.max(0, at.indexOf('/')));
      const isRight = async (): Promise<boolean> => {
        const text = await page.locator('#main-content').innerText();
        texts.set(at, text);
        return offered === (at === '' || !(/not found/i.test(text) || texts.get(list) === text));
      };
      // A screen that is loading leaves the one before in its place.
      for (let waited = 0; !(await isRight()); waited += 100) {
        if (waited > 5_000) {
          wrong.push(offered ? `#/${at} is not there` : `#/${at} is there, and may not be seen`);
          break;
        }
        await page.waitForTimeout(100);
      }
    }
    const linked = await page.locator('nav[aria-label="Screens"] a').evaluateAll((links: readonly { getAttribute(name: string): string | null }[]) => links.map((link) => (link.getAttribute('href') ?? '').replace('#/', '')));
    const notAllowed = linked.filter((path) => path !== '' && !permissions.includes(screenPermissions[path as ScreenPath]));
    expect(linked.length).toBeGreaterThan(2);
    expect([...wrong, ...notAllowed.map((path) => `the menu leads to #/${path}`)]).toEqual([]);
    expect(world.faults).toEqual([]);
    await page.close();
  });
});
