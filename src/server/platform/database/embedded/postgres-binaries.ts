import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { reachable } from './reachable.js';
import { type Account } from './unprivileged-account.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL programs of this platform, copied into `folder` where the account of the database cannot reach them. */
export async function postgresBinaries(folder: string, account: Account | undefined): Promise<PostgresBinaries> {
  const installed = await installedBinaries();
  linkLibraries(installed);
  const usable = account === undefined || (reachable(installed) && (statSync(join(installed, 'bin', program('postgres'))).mode & 0o005) === 0o005);
  const native = usable ? installed : copiedBinaries(installed, folder);
  return { initdb: join(native, 'bin', program('initdb')), postgres: join(native, 'bin', program('postgres')) };
}

const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

async function installedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { readonly postgres: string };
    return resolve(dirname(postgres), '..');
  } catch (error) {
    throw new EmbeddedPostgresError(`the package ${name} is not installed (it exists for Linux with glibc, macOS and Windows on x64 and arm64); run npm ci without --omit=optional, or set DATABASE_URL`, { cause: error });
  }
}

/** Makes the links that the package's install script makes, since install scripts may be switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Copies beside the data, whole or not at all; the folder's name carries the package's version, so that an update copies anew. */
function copiedBinaries(native: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { readonly version: string };
  const copy = join(folder, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const staged = mkdtempSync(join(folder, 'postgres-staged-'));
  cpSync(native, staged, { recursive: true, verbatimSymlinks: true });
  openToAll(staged);
  try {
    renameSync(staged, copy);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() ? 0o755 : (stat.mode & 0o777) | 0o055);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

