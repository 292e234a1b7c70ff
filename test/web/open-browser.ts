import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a browser to drive; where checks must not be left out (`CI`), one is demanded. */
export function hasBrowser(): boolean {
  if (existsSync(path)) return true;
  const remedy = 'apt-get install -y chromium, or set CHROMIUM_PATH';
  if (process.env['CI'] !== undefined) throw new Error(`there is no browser at ${path}; ${remedy}`);
  process.stderr.write(`SKIPPED: the pages are not tested, since there is no browser at ${path}; ${remedy}\n`);
  return false;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
