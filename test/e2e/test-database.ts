import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../src/server/migrations.js';
import { type DatabaseAccess } from '../../src/server/platform/database/database-access.js';
import { migrate } from '../../src/server/platform/database/migrate.js';

export interface TestDatabase extends DatabaseAccess {
  readonly name: string;
  drop(): Promise<void>;
}

const template = 'template_domicile';
const login = { name: 'test_app', password: 'test_app' };

/** A migrated database of its own, copied from a template that the first caller makes. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = await withServer(async (server) => {
    if ((await server.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template])).rowCount === 0) await makeTemplate(server);
    return createDatabase(server, `TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  return testDatabase(name);
}

/** An empty database, as an external PostgreSQL gives it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return testDatabase(await withServer((server) => createDatabase(server, '')));
}

function testDatabase(name: string): TestDatabase {
  return { name, ...accessTo(name), drop: () => withServer(async (server) => void (await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))) };
}

async function createDatabase(server: pg.Client, source: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await server.query(`CREATE DATABASE ${name} ${source}`);
  return name;
}

async function makeTemplate(server: pg.Client): Promise<void> {
  await server.query(`DROP DATABASE IF EXISTS ${template}`);
  await server.query(`CREATE DATABASE ${template}`);
  await migrate(accessTo(template), migrations);
  await server.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
}

function accessTo(database: string): DatabaseAccess {
  const ownerUrl = new URL(serverUrl());
  ownerUrl.pathname = `/${database}`;
  const appUrl = new URL(ownerUrl);
  appUrl.username = login.name;
  appUrl.password = login.password;
  return { ownerUrl: ownerUrl.href, appUrl: appUrl.href };
}

async function withServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    await server.query('SELECT pg_advisory_lock(7_331_000)');
    if ((await server.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login.name])).rowCount === 0) await server.query(`CREATE ROLE ${login.name} LOGIN PASSWORD '${login.password}'`);
    return await work(server);
  } finally {
    await server.end();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set; run this suite through jest.config.json, which starts a database');
  return url;
}
