import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearDeadLock } from './clear-dead-lock.js';
import { clusterOwner, openCluster, type Cluster } from './cluster.js';
import { dataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { livePostmaster, type LivePostmaster } from './live-postmaster.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { processIdentity } from './process-identity.js';
import { unprivilegedAccount, type Account } from './unprivileged-account.js';
import { holdWatchdog, type Watchdog } from './watchdog.js';

export interface EmbeddedPostgresOptions {
  readonly folder: string;
  /** Further arguments of `postgres` and `initdb`, and variables around `postgres`, for tests. */
  readonly flags?: readonly string[];
  readonly initdbFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly folder: string;
  readonly port: number;
  /** `started` by this process, `adopted` from one that died, or a `guest` of another process that keeps it running. */
  readonly role: 'started' | 'adopted' | 'guest';
  /** Address of a database as the owner of the cluster. */
  url(database: string): string;
  /** Stops the database where this process keeps it running; a guest leaves it alone. */
  stop(): Promise<void>;
}

/** Recovery after an unclean stop replays the log and may take minutes. */
const readyWithin = 10 * 60_000;
const orphanExitsWithin = 10_000;
const attempts = 8;

interface Site extends Cluster {
  readonly folder: string;
  readonly account: Account | undefined;
}

/** Brings up the PostgreSQL of a data folder, or joins the one that serves it already. It ends with this process, however that ends. */
export async function startEmbeddedPostgres({ folder: wanted, flags = [], initdbFlags = [], environment = {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount();
  const folder = dataFolder(wanted, account);
  const binaries = await postgresBinaries(folder, account);
  const site: Site = { ...openCluster(folder, binaries, account, initdbFlags), folder, account };
  let complaint = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const live = await settledPostmaster(site);
    if (live !== undefined) return joinRunning(site, live);
    const { child, failure } = await launch(site, binaries, flags, environment);
    if (failure === undefined) return supervise(site, child);
    complaint = failure;
    if (!/could not bind|Address already in use|lock file .* already exists/i.test(failure)) break;
    await sleep(200 * attempt);
    if (attempt > 1) clearDeadLock(site.data);
  }
  throw new EmbeddedPostgresError(`it did not start in ${site.data} (${complaint.trim()}); correct that, or set DATABASE_URL`);
}

/** Waits until the postmaster of the folder, if any, is ready or gone. One whose supervisor died is given time to follow it. */
async function settledPostmaster(site: Site): Promise<LivePostmaster | undefined> {
  const start = performance.now();
  for (;;) {
    const live = livePostmaster(site.data);
    const waited = performance.now() - start;
    if (live === undefined || (live.ready && (supervisorLives(site) || waited > orphanExitsWithin))) return live;
    if (waited > readyWithin) throw new EmbeddedPostgresError(`process ${live.pid} holds ${site.data} and is not ready after ${readyWithin / 60_000} minutes; stop it`);
    await sleep(50);
  }
}

function supervisorLives({ supervisorFile }: Site): boolean {
  try {
    const identity = readFileSync(supervisorFile, 'utf8').trim();
    return processIdentity(Number.parseInt(identity, 10)) === identity;
  } catch {
    return false;
  }
}

function joinRunning(site: Site, live: LivePostmaster): EmbeddedPostgres {
  if (supervisorLives(site)) return { ...handle(site, live.port), role: 'guest', stop: async () => undefined };
  const watchdog = takeOver(site, live.pid);
  return {
    ...handle(site, live.port),
    role: 'adopted',
    stop: async () => {
      watchdog.release();
      if (livePostmaster(site.data)?.pid === live.pid) process.kill(live.pid, 'SIGINT');
      while (livePostmaster(site.data)?.pid === live.pid) await sleep(20);
    },
  };
}

function supervise(site: Site, child: ChildProcess): EmbeddedPostgres {
  const live = livePostmaster(site.data);
  if (live === undefined) throw new EmbeddedPostgresError('it ended right after its start; look into the disk space and start again');
  const watchdog = takeOver(site, live.pid);
  child.unref();
  return {
    ...handle(site, live.port),
    role: 'started',
    stop: () =>
      new Promise((resolve) => {
        watchdog.release();
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.ref();
        child.once('exit', () => resolve());
        child.kill('SIGINT');
      }),
  };
}

function takeOver({ supervisorFile, account }: Site, postmaster: number): Watchdog {
  writeFileSync(supervisorFile, `${processIdentity(process.pid) ?? process.pid}\n`);
  return holdWatchdog(postmaster, account);
}

function handle({ folder, password }: Site, port: number): Pick<EmbeddedPostgres, 'folder' | 'port' | 'url'> {
  return { folder, port, url: (database) => `postgres://${clusterOwner}:${password}@127.0.0.1:${port}/${database}` };
}

/**
 * `detached`, so that an interrupt at the terminal reaches it once, through the supervisor.
 * `io_method=sync`: PostgreSQL 18's workers for reading ahead made the first read of a large register 6.6 s instead of 1.4 s on two cores.
 */
async function launch({ data, folder, account }: Site, { postgres }: PostgresBinaries, flags: readonly string[], environment: Readonly<Record<string, string>>): Promise<{ child: ChildProcess; failure: string | undefined }> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=warning', 'password_encryption=scram-sha-256', 'io_method=sync'];
  const child = spawn(postgres, ['-D', data, '-p', String(await freePort()), ...settings.flatMap((setting) => ['-c', setting]), ...flags], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { LC_ALL: 'C', TZ: 'UTC', ...environment },
  });
  let complaint = '';
  let ended = false;
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
  child.once('error', (error) => ((complaint += error.message), (ended = true)));
  child.once('close', () => (ended = true));
  const ready = (): boolean => {
    const live = livePostmaster(data);
    return live?.ready === true && live.pid === child.pid;
  };
  while (!ended && !ready()) await sleep(10);
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return { child, failure: ended ? complaint : undefined };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
