import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One throw-away PostgreSQL for every end-to-end suite; in memory where there is room, since template databases are copied file by file. */
export default async function globalSetup() {
  const { startEmbeddedPostgres } = await import('../dist/src/server/platform/database/embedded/start-embedded-postgres.js').catch((error) => {
    throw new Error('the end-to-end tests run against the built server; run npm run build first', { cause: error });
  });
  const folder = mkdtempSync(join(roomyFolder(), 'domicile-test-'));
  chmodSync(folder, 0o755);
  const relaxed = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]);
  const postgres = await startEmbeddedPostgres({ folder, initdbFlags: ['--no-sync'], flags: relaxed });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  globalThis.testPostgres = { postgres, folder };
}

function roomyFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 512 * 2 ** 20) return '/dev/shm';
  } catch {
    return tmpdir();
  }
  return tmpdir();
}
