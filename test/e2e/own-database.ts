import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface OwnDatabase {
  readonly database: TestDatabase;
  stop(): Promise<void>;
}

/** A migrated database in a PostgreSQL of a test's own, which the test may kill or give variables such as those of another clock. The account of the database must be able to enter the folder. */
export async function startOwnDatabase(folder: string, variables: Readonly<Record<string, string>> = {}): Promise<OwnDatabase> {
  const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const postgres = spawn(process.execPath, [resolve('test/e2e/own-postgres.mjs'), folder, ...given], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [address] = (await once(postgres.stdout, 'data')) as [Buffer];
  const usual = process.env['TEST_DATABASE_URL'];
  process.env['TEST_DATABASE_URL'] = address.toString().trim();
  const database = await createTestDatabase();
  process.env['TEST_DATABASE_URL'] = usual;
  return {
    database,
    stop: async () => {
      const ended = once(postgres, 'exit');
      postgres.stdin.end();
      await ended;
    },
  };
}
