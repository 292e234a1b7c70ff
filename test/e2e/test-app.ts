import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { ApiKeysService } from '../../src/server/access/api-keys.service.js';
import { createApp } from '../../src/server/create-app.js';
import { Clock } from '../../src/server/platform/clock/clock.js';
import { type DeliveryChannels } from '../../src/server/platform/config/delivery-settings.js';
import { type ConfiguredPull } from '../../src/server/platform/config/pull-connection.js';
import { type OidcSettings } from '../../src/server/platform/config/server-config.js';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { type JobKindClass } from '../../src/server/platform/jobs/job-kind.js';
import { createLogger } from '../../src/server/platform/logging/create-logger.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A clock that a test sets. */
export class TestClock extends Clock {
  constructor(private time: Date) {
    super();
  }

  now(): Date {
    return this.time;
  }

  set(time: string): void {
    this.time = new Date(time);
  }
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly server: ReturnType<NestFastifyApplication['getHttpServer']>;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** An API key with every scope. */
  readonly key: string;
  /** Every line that was logged. */
  readonly log: string[];
  close(): Promise<void>;
}

/** The whole application on a database of its own, or on one with a key already, with a clock that stands still. */
export async function startTestApp({ oidc, signers = '', address = new PublicAddress(undefined), moreKinds = [], pulls = [], delivery, deploymentsAtOnce, database: given }: { readonly oidc?: OidcSettings; readonly signers?: string; readonly address?: PublicAddress; readonly moreKinds?: readonly JobKindClass[]; readonly pulls?: readonly ConfiguredPull[]; readonly delivery?: DeliveryChannels; readonly deploymentsAtOnce?: number; readonly database?: TestDatabase } = {}): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const clock = new TestClock(new Date('2026-11-23T12:00:00Z'));
  const log: string[] = [];
  const app = await createApp({
    logger: logTo(log),
    bodyLimit: 1024 * 1024,
    pages: resolve('dist/web'),
    oidc,
    signers,
    pulls,
    ...(delivery === undefined ? {} : { delivery }),
    ...(deploymentsAtOnce === undefined ? {} : { deploymentsAtOnce }),
    platform: { appUrl: database.appUrl, pool: 5, clock, address },
    checks: { script: pathToFileURL(resolve('dist/src/server/audits/check-worker.js')), workers: 1, seconds: 120, waiting: 20, heap: 512 },
    jobs: { atOnce: 2, ticks: false, moreKinds },
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const key = await app.get(ApiKeysService).ensureFirstKey(undefined);
  if (key === undefined && given === undefined) throw new Error('no first key was made');
  return {
    app,
    server: app.getHttpServer(),
    database,
    clock,
    key: key ?? '',
    log,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function logTo(lines: string[]): Logger {
  return createLogger('info', { write: (line: string) => void lines.push(line) });
}

