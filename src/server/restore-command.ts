import { open } from 'node:fs/promises';
import { restoreBackup } from './backup/restore-backup.js';
import { migrations } from './migrations.js';
import { SystemClock } from './platform/clock/system-clock.js';
import { type ServerConfig } from './platform/config/server-config.js';
import { openDatabase } from './platform/database/open-database.js';

/** Takes a backup back into the configured database; `-` is the standard input. */
export async function restoreCommand({ database: settings }: ServerConfig, file: string, digest: string | undefined): Promise<void> {
  const input = file === '-' ? process.stdin : (await open(file)).createReadStream();
  const database = await openDatabase(settings);
  try {
    const restored = await restoreBackup(input, { access: database.access, migrations, clock: new SystemClock(), digest });
    process.stdout.write(`${restored.rows} rows of ${restored.organisations} organisation${restored.organisations === 1 ? '' : 's'} as of ${restored.createdAt}\n${restored.digest}\n`);
  } finally {
    await database.stop();
  }
}
