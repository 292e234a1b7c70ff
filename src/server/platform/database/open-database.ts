import { type ServerConfig } from '../config/server-config.js';
import { type DatabaseAccess } from './database-access.js';
import { embeddedAccess } from './embedded/embedded-access.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/start-embedded-postgres.js';

export interface OpenDatabase {
  readonly access: DatabaseAccess;
  /** Absent where an external one is used. */
  readonly embedded: EmbeddedPostgres | undefined;
  /** Stops what this process keeps running; an external database, and one that another process keeps, are left alone. */
  stop(): Promise<void>;
}

/** The configured external database, else the embedded one, started or joined. */
export async function openDatabase({ url, ownerUrl, folder }: ServerConfig['database']): Promise<OpenDatabase> {
  if (url !== undefined) return { access: { ownerUrl: ownerUrl ?? url, appUrl: url }, embedded: undefined, stop: async () => undefined };
  const embedded = await startEmbeddedPostgres({ folder });
  try {
    return { access: await embeddedAccess(embedded), embedded, stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
