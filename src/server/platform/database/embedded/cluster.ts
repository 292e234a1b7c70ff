import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type PostgresBinaries } from './postgres-binaries.js';
import { type Account } from './unprivileged-account.js';

export interface Cluster {
  readonly data: string;
  readonly password: string;
  /** Names the process that keeps the database running. */
  readonly supervisorFile: string;
}

export const clusterOwner = 'domicile';

/** Opens the cluster of a data folder, making it first when there is none. It is made aside and renamed, so that an interrupted or a second start never sees half of one. */
export function openCluster(folder: string, binaries: PostgresBinaries, account: Account | undefined, flags: readonly string[]): Cluster {
  const home = join(folder, 'cluster');
  if (!existsSync(home)) makeCluster(folder, home, binaries, account, flags);
  return { data: join(home, 'data'), password: readFileSync(join(home, 'password'), 'utf8').trim(), supervisorFile: join(home, 'supervisor') };
}

function makeCluster(folder: string, home: string, binaries: PostgresBinaries, account: Account | undefined, flags: readonly string[]): void {
  const staged = mkdtempSync(join(folder, 'cluster-staged-'));
  chmodSync(staged, 0o711);
  const [data, passwordFile] = [join(staged, 'data'), join(staged, 'password')];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account !== undefined) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(binaries.initdb, ['-D', data, '-U', clusterOwner, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C', ...flags], { ...account, cwd: staged, encoding: 'utf8', env: { LC_ALL: 'C' } });
  if (made.status !== 0) {
    rmSync(staged, { recursive: true, force: true });
    throw new EmbeddedPostgresError(`initdb failed (${(made.stderr || made.error?.message || '').trim()}); free some disk space, or set DATABASE_URL`);
  }
  if (account !== undefined) chownSync(passwordFile, 0, 0);
  try {
    renameSync(staged, home);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}
