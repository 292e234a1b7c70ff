import { migrations } from './migrations.js';
import { type ServerConfig } from './platform/config/server-config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';

/** Brings the configured database up to this version and tells what ran. */
export async function migrateCommand({ database: settings }: ServerConfig): Promise<void> {
  const database = await openDatabase(settings);
  try {
    const ran = await migrate(database.access, migrations);
    process.stdout.write(ran.length === 0 ? 'the tables are of this version already\n' : `${ran.join('\n')}\n`);
  } finally {
    await database.stop();
  }
}
