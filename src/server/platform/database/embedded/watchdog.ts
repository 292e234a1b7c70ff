import { spawn } from 'node:child_process';
import { type Account } from './unprivileged-account.js';

export interface Watchdog {
  /** Call before the database is stopped on purpose: its process number may belong to another one afterwards. */
  release(): void;
}

/** A shell that reads a pipe only this process can write: when this process ends, even by SIGKILL, the read ends and the shell asks the database for a fast shutdown. */
export function holdWatchdog(postmaster: number, account: Account | undefined): Watchdog {
  if (process.platform === 'win32') return { release: () => undefined };
  const shell = spawn('/bin/sh', ['-c', `read _; kill -INT ${postmaster}`], { ...account, detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} });
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void }).unref?.();
  return { release: () => shell.kill('SIGKILL') };
}
