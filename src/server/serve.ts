import { ConfigurationError } from './platform/config/configuration-error.js';
import { type ServerConfig } from './platform/config/server-config.js';
import { createLogger } from './platform/logging/create-logger.js';
import { startServer, type RunningServer, type ServerPart } from './start-server.js';

const stopsWithin = 30_000;

/** Runs the server, or one part of it, until a signal ends it. */
export async function serve(config: ServerConfig, part: ServerPart): Promise<void> {
  if (part === 'worker' && config.jobs === 0) throw new ConfigurationError(["DOMICILE_JOBS: '0' leaves a worker nothing to do; write a number from 1 to 64"]);
  const logger = createLogger(config.logLevel);
  try {
    const server = await startServer(config, logger, part);
    process.stdout.write(part === 'worker' ? `Domicile works on ${config.jobs} jobs at a time (health told at ${server.url}/health/ready)\n` : greeting(server));
    stopOnSignal(() => server.stop(), (error) => logger.error({ err: error }, 'the server did not stop cleanly'));
  } catch (error) {
    logger.fatal({ err: error }, 'the server did not start');
    throw error;
  }
}

function greeting({ url, firstKey, signInLink }: RunningServer): string {
  const key = firstKey === undefined ? '' : `API key, shown this once: ${firstKey}\n`;
  const link = signInLink === undefined ? '' : `Sign in as administrator, once and within a day: ${signInLink}\n`;
  return `${key}${link}Domicile answers at ${url} (API described at ${url}/api/docs)\n`;
}

/** The one way to stop: the first signal stops in order, a second one or a stop that hangs ends at once. */
function stopOnSignal(stop: () => Promise<void>, failed: (error: unknown) => void): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), stopsWithin).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          failed(error);
          process.exit(1);
        },
      );
    });
}
