import { type Page } from 'playwright-core';

const quiet = 200;
const asked = new WeakMap<Page, { open: number; last: number }>();

/** Counts from now on what the page is waiting for. */
export function watchRequests(page: Page): void {
  const state = { open: 0, last: Date.now() };
  asked.set(page, state);
  const ended = (): void => {
    state.open = Math.max(0, state.open - 1);
    state.last = Date.now();
  };
  page.on('request', () => {
    state.open += 1;
    state.last = Date.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/** Waits until a screen is there, everything that it asked for has been answered, and for a moment nothing more was asked. */
export async function settled(page: Page): Promise<void> {
  const state = asked.get(page);
  if (state === undefined) throw new Error('nobody watches what this page asks for');
  await page.locator('#main-content > *').first().waitFor({ state: 'attached' });
  while (state.open > 0 || Date.now() - state.last < quiet) await page.waitForTimeout(30);
}
