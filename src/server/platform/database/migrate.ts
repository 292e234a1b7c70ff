import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { appRole, type DatabaseAccess } from './database-access.js';
import { migrateQueue } from './migrate-queue.js';

type Migrations = NonNullable<DataSourceOptions['migrations']>;

/** Session lock that lets one of several starting servers migrate while the others wait. */
const migrationLock = 7_331_002;

/**
 * Brings the tables and the queue up to this version and lets the application's login act as the application's role.
 *
 * @returns names of the migrations that ran, in order
 */
export async function migrate({ ownerUrl, appUrl }: DatabaseAccess, migrations: Migrations): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl, application_name: 'domicile migration' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = await new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTransactionMode: 'each', synchronize: false, logging: false, extra: { max: 2 } }).initialize();
    try {
      const ran = await source.runMigrations();
      await migrateQueue(lock, ownerUrl);
      await grantAppRole(lock, appUrl);
      return ran.map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

async function grantAppRole(owner: pg.Client, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  if (login === '') return;
  const { rows } = await owner.query<{ member: boolean }>(`SELECT pg_has_role($1::name, $2, 'MEMBER') AS member`, [login, appRole]);
  if (rows[0]?.member !== true) await owner.query(`GRANT ${appRole} TO ${owner.escapeIdentifier(login)}`);
}
