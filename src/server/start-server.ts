import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { readCertificates } from '../signing/read-certificates.js';
import { ApiKeysService } from './access/api-keys.service.js';
import { UsersService } from './access/users.service.js';
import { createApp } from './create-app.js';
import { loadExample } from './load-example.js';
import { migrations } from './migrations.js';
import { SystemClock } from './platform/clock/system-clock.js';
import { ConfigurationError } from './platform/config/configuration-error.js';
import { readDeliveryChannels } from './platform/config/read-delivery-channels.js';
import { readPullConnections } from './platform/config/read-pull-connections.js';
import { type ServerConfig } from './platform/config/server-config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { serveHealthOnly } from './platform/http/serve-health-only.js';
import { PublicAddress } from './platform/http/public-address.js';

/** `api` leaves jobs to workers, `worker` works on jobs and tells nothing but its health. */
export type ServerPart = 'whole' | 'api' | 'worker';

export interface RunningServer {
  readonly url: string;
  /** An API key that was made at this start, told this once. */
  readonly firstKey: string | undefined;
  /** A link that signs the first administrator in once, made where nobody is registered. */
  readonly signInLink: string | undefined;
  /** Answers what is in hand, then stops the server and its database. */
  stop(): Promise<void>;
}

/** Brings up database, tables and HTTP, in this order; what was started is stopped again when a later step fails. */
export async function startServer(config: ServerConfig, logger: Logger, part: ServerPart): Promise<RunningServer> {
  let database: OpenDatabase | undefined;
  let app: NestFastifyApplication | undefined;
  try {
    database = await openDatabase(config.database);
    const { access, embedded } = database;
    if (embedded !== undefined) logger.info({ folder: embedded.folder, port: embedded.port, role: embedded.role }, 'embedded PostgreSQL is up');
    const ran = await migrate(access, migrations);
    if (ran.length > 0) logger.info({ migrations: ran }, 'database migrated');
    const pulls = config.pulls === undefined ? [] : await readPullConnections(config.pulls, process.env);
    const delivery = config.delivery === undefined ? undefined : await readDeliveryChannels(config.delivery, process.env);
    const signers = config.signingCa === undefined ? undefined : await readSigners(config.signingCa);
    const address = new PublicAddress(config.publicUrl);
    app = await createApp({
      logger,
      bodyLimit: config.bodyLimit,
      pages: fileURLToPath(new URL('../../web', import.meta.url)),
      oidc: config.oidc,
      ...(signers === undefined ? {} : { signers }),
      pulls,
      ...(delivery === undefined ? {} : { delivery }),
      platform: { appUrl: access.appUrl, pool: config.database.pool, clock: new SystemClock(), address },
      checks: { script: new URL('./audits/check-worker.js', import.meta.url), workers: config.checks.workers, seconds: config.checks.seconds, waiting: 200, heap: 1024 },
      jobs: { atOnce: part === 'api' ? 0 : config.jobs },
    });
    if (part === 'worker') serveHealthOnly(app);
    const first = part === 'worker' ? undefined : await whatComesFirst(app, config, logger);
    await app.listen(config.port, config.host);
    const listening = await app.getUrl();
    if (part !== 'worker') address.listensAt(listening);
    return { url: part === 'worker' ? listening : (config.publicUrl ?? listening), firstKey: first?.key, signInLink: first?.link && address.signInLink(first.link.token), stop: () => stopAll(app, database) };
  } catch (error) {
    await stopAll(app, database);
    throw error;
  }
}

/** What an installation needs that nobody has used yet: a key, an administrator, and something to look at. */
async function whatComesFirst(app: NestFastifyApplication, config: ServerConfig, logger: Logger): Promise<{ readonly key: string | undefined; readonly link: { readonly token: string } | undefined }> {
  const key = await app.get(ApiKeysService).ensureFirstKey(config.apiKey);
  const link = await app.get(UsersService).ensureAdministrator();
  if (config.example && (await loadExample(app))) logger.info('the example organisation is in the register; withdraw its files to retire it');
  return { key, link };
}

async function readSigners(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) throw new ConfigurationError([`DOMICILE_SIGNING_CA: '${path}' cannot be read; write the path of a file with certificates in PEM`]);
  try {
    readCertificates(new TextEncoder().encode(pem), `DOMICILE_SIGNING_CA: ${path}`);
  } catch (error) {
    throw new ConfigurationError([error instanceof Error ? error.message : String(error)]);
  }
  return pem;
}

async function stopAll(app: NestFastifyApplication | undefined, database: OpenDatabase | undefined): Promise<void> {
  await app?.close();
  await database?.stop();
}
