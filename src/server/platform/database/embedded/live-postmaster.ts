import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.js';

export interface LivePostmaster {
  readonly pid: number;
  readonly port: number;
  /** False while it recovers or shuts down. */
  readonly ready: boolean;
}

/** The PostgreSQL that serves this data folder now, from its own pid file; a file left by one that died counts as none. */
export function livePostmaster(data: string): LivePostmaster | undefined {
  let lines: readonly string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || processIdentity(pid) === undefined || !serves(pid, data)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function serves(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return false;
  }
}
