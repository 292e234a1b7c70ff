import { type AddressInfo } from 'node:net';
import { type Browser, type Page } from 'playwright-core';
import { type Role } from '../../src/server/access/role.js';
import { UsersService } from '../../src/server/access/users.service.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { startTestApp, type TestApp } from '../e2e/test-app.js';
import { axeViolations } from './axe-violations.js';
import { openBrowser } from './open-browser.js';

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;

interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** A server with its database, and a browser in front of it. */
export interface World {
  readonly test: TestApp;
  readonly url: string;
  /** What axe found on the screens that were looked at. */
  readonly violations: ReadonlySet<string>;
  /** Whatever a page threw, and what its Content-Security-Policy forbade. */
  readonly faults: readonly string[];
  readonly looks: () => number;
  readonly newPage: (options?: PageOptions) => Promise<Page>;
  readonly linkFor: (email: string, name: string, roles: Role[]) => Promise<string>;
  readonly signedIn: (email: string, name: string, roles: Role[], options?: PageOptions) => Promise<Page>;
  /** Looks at the screen as it is now; what is found is told at the end, so that all of it is told. */
  readonly look: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startWorld(options: Parameters<typeof startTestApp>[0] & { readonly port?: number } = {}): Promise<World> {
  const test = await startTestApp(options);
  await test.app.listen(options.port ?? 0, '127.0.0.1');
  const url = `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`;
  const browser: Browser = await openBrowser();
  const violations = new Set<string>();
  const faults: string[] = [];
  let looks = 0;
  const newPage = async ({ width = 1366, height = 800, ...others }: PageOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ baseURL: url, reducedMotion: 'reduce', viewport: { width, height }, ...others });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(`${error.message} at ${page.url()}`));
    page.on('console', (message) => (message.type() === 'error' && /Content.Security.Policy/i.test(message.text()) ? faults.push(message.text()) : undefined));
    return page;
  };
  const linkFor = async (email: string, name: string, roles: Role[]): Promise<string> => (await test.app.get(UsersService).add(administrator, { email, name, roles })).link.token;
  return {
    test,
    url,
    violations,
    faults,
    looks: () => looks,
    newPage,
    linkFor,
    async signedIn(email, name, roles, how) {
      const page = await newPage(how);
      await page.goto(`/sign-in?token=${await linkFor(email, name, roles)}`);
      await page.locator('#main-content').waitFor();
      return page;
    },
    async look(page) {
      looks++;
      for (const violation of await axeViolations(page)) violations.add(`${page.url().replace(url, '')} ${violation}`);
    },
    async close() {
      await browser.close();
      await test.close();
    },
  };
}
