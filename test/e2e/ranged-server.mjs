// The built server as a process of its own whose audits are made by ranges of one deployment each; prints its address.
import { createApp } from '../../dist/src/server/create-app.js';
import { ApiKeysService } from '../../dist/src/server/access/api-keys.service.js';
import { SystemClock } from '../../dist/src/server/platform/clock/system-clock.js';
import { PublicAddress } from '../../dist/src/server/platform/http/public-address.js';
import { createLogger } from '../../dist/src/server/platform/logging/create-logger.js';

const app = await createApp({
  logger: createLogger('warn', process.stderr),
  bodyLimit: 1024 * 1024,
  pages: new URL('../../dist/web', import.meta.url).pathname,
  oidc: undefined,
  deploymentsAtOnce: 1,
  platform: { appUrl: process.env.DATABASE_URL, pool: 5, clock: new SystemClock(), address: new PublicAddress(undefined) },
  checks: { script: new URL('../../dist/src/server/audits/check-worker.js', import.meta.url), workers: 1, seconds: 120, waiting: 20, heap: 512 },
  jobs: { atOnce: 2 },
});
await app.get(ApiKeysService).ensureFirstKey(process.env.DOMICILE_API_KEY);
await app.listen(0, '127.0.0.1');
console.log(`Domicile answers at ${await app.getUrl()} `);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
