import { access, open, rename, rm } from 'node:fs/promises';
import { type Writable } from 'node:stream';
import { BackupError } from './backup/backup-error.js';
import { writeBackup, type WrittenBackup } from './backup/write-backup.js';
import { SystemClock } from './platform/clock/system-clock.js';
import { type ServerConfig } from './platform/config/server-config.js';
import { openDatabase } from './platform/database/open-database.js';

/** Writes a backup beside its file and renames it when it is whole; `-` is the standard output. */
export async function backupCommand({ database: settings }: ServerConfig, file: string, organisation: string | undefined): Promise<void> {
  if (file !== '-' && (await exists(file))) throw new BackupError(`${file} exists already; name a new file`);
  const database = await openDatabase(settings);
  try {
    const write = (output: Writable): Promise<WrittenBackup> => writeBackup(output, { ownerUrl: database.access.ownerUrl, clock: new SystemClock(), organisation });
    const written = file === '-' ? await write(process.stdout) : await aside(file, write);
    (file === '-' ? process.stderr : process.stdout).write(`${written.rows} rows of ${written.organisations} organisation${written.organisations === 1 ? '' : 's'} in ${written.tables} tables\n${written.digest}\n`);
  } finally {
    await database.stop();
  }
}

async function aside<T>(file: string, write: (output: Writable) => Promise<T>): Promise<T> {
  const part = `${file}.part`;
  const opened = await open(part, 'w', 0o600);
  try {
    const result = await write(opened.createWriteStream({ flush: true }));
    await rename(part, file);
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
