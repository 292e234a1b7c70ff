import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type DatabaseAccess } from '../database-access.js';
import { type EmbeddedPostgres } from './start-embedded-postgres.js';

const database = 'domicile';
const appLogin = 'domicile_app';

/** Makes the database and the application's login where they are missing, and returns both addresses. The login's password follows from the owner's. */
export async function embeddedAccess(embedded: EmbeddedPostgres): Promise<DatabaseAccess> {
  const ownerUrl = new URL(embedded.url(database));
  const appUrl = new URL(ownerUrl);
  appUrl.username = appLogin;
  appUrl.password = createHmac('sha256', ownerUrl.password).update(appLogin).digest('hex');
  const client = new pg.Client({ connectionString: embedded.url('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(7_331_001)');
    if ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    if ((await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appLogin])).rowCount === 0) {
      await client.query(`CREATE ROLE ${appLogin} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${client.escapeLiteral(appUrl.password)}`);
    }
  } finally {
    await client.end();
  }
  return { ownerUrl: ownerUrl.href, appUrl: appUrl.href };
}
