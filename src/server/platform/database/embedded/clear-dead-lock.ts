import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.js';

/**
 * Removes the lock of a postmaster that is dead but not yet reaped by the system, as happens in containers whose first process reaps nothing:
 * PostgreSQL itself takes such a process for a live one. Nothing is removed while any process still works in the data folder.
 */
export function clearDeadLock(data: string): void {
  if (process.platform !== 'linux') return;
  const lock = join(data, 'postmaster.pid');
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return;
  }
  if (processIdentity(pid) === undefined && !anyoneWorksIn(data)) rmSync(lock, { force: true });
}

function anyoneWorksIn(folder: string): boolean {
  return readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
