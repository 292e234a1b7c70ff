import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whether an account with no rights of its own may pass through every existing folder on the way to `path`, itself included. */
export function reachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
