import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { appRole } from './database-access.js';

/**
 * Brings the schema of graphile-worker up to its version and opens it to the application's role, so that the server works on jobs without the owner's rights.
 * Its rows name an organisation and a job and tell nothing else.
 */
export async function migrateQueue(owner: pg.Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: new Logger(() => () => undefined) });
  await owner.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${appRole};
    REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${appRole};
    DO $$ DECLARE closed record; BEGIN
      FOR closed IN
        SELECT c.oid::regclass AS name FROM pg_class c
        WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
          AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
      LOOP
        EXECUTE format('CREATE POLICY of_the_server ON %s TO ${appRole} USING (true)', closed.name);
      END LOOP;
    END $$;
  `);
}
