import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys, of which only a digest is stored. */
export class ApiKeys1795474800003 implements MigrationInterface {
  name = 'ApiKeys1795474800003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        name text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('first', 'environment', 'made')),
        digest bytea NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid,
        expires_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, digest)
      );
      ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
      ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON api_keys
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT, UPDATE (revoked_at) ON api_keys TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_keys');
  }
}
