/** Jobs that do nothing: our runner with its rows, fences and log beside the queue that it stands on, on one database in one run. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Logger, run as runQueue } from 'graphile-worker';
import pg from 'pg';
import pino from 'pino';

const server = join(import.meta.dirname, '../dist/src/server');
const load = (file) => import(pathToFileURL(join(server, file)).href);
const count = Number(process.env.DOMICILE_BENCH_JOBS ?? 1000);
const atOnce = [1, 10];
const silent = pino({ level: 'silent' });

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const { startEmbeddedPostgres } = await load('platform/database/embedded/start-embedded-postgres.js');
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
  try {
    const ownerUrl = postgres.url('postgres');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { migrate } = await load('platform/database/migrate.js');
    const { migrations } = await load('migrations.js');
    await migrate({ ownerUrl, appUrl: ownerUrl }, migrations);
    for (const concurrency of atOnce) {
      const alone = await queueAlone(ownerUrl, owner, concurrency);
      const ours = await runner(ownerUrl, owner, concurrency);
      print(`${count} jobs, ${concurrency} at a time: queue alone ${alone.toFixed(0)} jobs/s, with rows, fence and log ${ours.toFixed(0)} jobs/s: ${(ours / alone).toFixed(2)} of it`);
    }
    await owner.end();
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function queueAlone(connectionString, owner, concurrency) {
  await owner.query("SELECT graphile_worker.add_job('nothing', '{}'::json) FROM generate_series(1, $1)", [count]);
  const begun = performance.now();
  const queue = await runQueue({ connectionString, concurrency, noHandleSignals: true, parsedCronItems: [], logger: new Logger(() => () => undefined), taskList: { nothing: () => undefined } });
  await until(owner, 'SELECT count(*)::int AS left FROM graphile_worker.jobs');
  const perSecond = (count / (performance.now() - begun)) * 1000;
  await queue.stop();
  return perSecond;
}

async function runner(appUrl, owner, concurrency) {
  const waiting = await start(appUrl, 0);
  const { ApiKeysService } = await load('access/api-keys.service.js');
  const { JobsService } = await load('jobs/jobs.service.js');
  const { firstOrganisation } = await load('platform/database/first-organisation.js');
  await owner.query("SELECT set_config('app.organisation', $1, false)", [firstOrganisation]);
  const { rows: [known] } = await owner.query("SELECT id FROM api_keys WHERE origin = 'first'");
  const key = known === undefined ? await waiting.get(ApiKeysService).ensureFirstKey(undefined) : undefined;
  const asker = key === undefined ? { organisationId: firstOrganisation, kind: 'api-key', id: known.id, permissions: ['job:create'] } : await waiting.get(ApiKeysService).principalOf(key);
  const { job } = await waiting.get(JobsService).ask(asker, { kind: 'nothing', input: {} });
  await owner.query("INSERT INTO jobs (organisation_id, id, kind, state, input, asker_kind, asked_by, request_digest, created_at) SELECT organisation_id, gen_random_uuid(), kind, state, input, asker_kind, asked_by, request_digest, created_at FROM jobs, generate_series(2, $2) WHERE id = $1", [job.id, count]);
  await owner.query("SELECT graphile_worker.add_job('job', json_build_object('organisationId', organisation_id, 'id', id), job_key => id::text, max_attempts => 1000) FROM jobs WHERE state = 'waiting' AND id <> $1", [job.id]);
  await waiting.close();
  const begun = performance.now();
  const app = await start(appUrl, concurrency);
  await until(owner, "SELECT count(*)::int AS left FROM jobs WHERE state <> 'done'");
  const perSecond = (count / (performance.now() - begun)) * 1000;
  await app.close();
  return perSecond;
}

async function start(appUrl, concurrency) {
  const { createApp } = await load('create-app.js');
  const { SystemClock } = await load('platform/clock/system-clock.js');
  const { PublicAddress } = await load('platform/http/public-address.js');
  const app = await createApp({
    logger: silent,
    bodyLimit: 1024 * 1024,
    pages: join(import.meta.dirname, '../dist/web'),
    oidc: undefined,
    platform: { appUrl, pool: 20, clock: new SystemClock(), address: new PublicAddress(undefined) },
    checks: { script: pathToFileURL(join(server, 'audits/check-worker.js')), workers: 1, seconds: 20, waiting: 20, heap: 512 },
    jobs: { atOnce: concurrency, ticks: false, moreKinds: [Nothing] },
  });
  await app.init();
  return app;
}

class Nothing {
  static description = { id: 'nothing', permission: 'job:create', readPermission: 'job:read', input: {} };

  run() {
    return Promise.resolve(() => Promise.resolve({ reference: 'nothing', mediaType: 'application/json', digest: 'sha256:0', size: 2 }));
  }

  read() {
    return Promise.resolve(Buffer.from('{}'));
  }
}

async function until(owner, left) {
  while ((await owner.query(left)).rows[0].left > 0) await sleep(20);
}
