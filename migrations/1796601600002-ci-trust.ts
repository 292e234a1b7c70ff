import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose jobs in CI are trusted, the keys of minutes they get for their ID tokens, and the tokens that were taken, so that none counts twice. */
export class CiTrust1796601600002 implements MigrationInterface {
  name = 'CiTrust1796601600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ci_trusts (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        name text NOT NULL,
        issuer text NOT NULL,
        repository text NOT NULL,
        workflow text NOT NULL,
        ref text NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX ci_trusts_of ON ci_trusts (organisation_id, issuer, repository);
      CREATE TABLE ci_tokens_taken (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        digest bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, digest)
      );
      ALTER TABLE api_keys DROP CONSTRAINT api_keys_origin_check;
      ALTER TABLE api_keys ADD CONSTRAINT api_keys_origin_check CHECK (origin IN ('first', 'environment', 'made', 'ci')), ADD ci_trust_id uuid;
      CREATE INDEX api_keys_of_trust ON api_keys (organisation_id, ci_trust_id) WHERE ci_trust_id IS NOT NULL;
      GRANT SELECT, INSERT, DELETE ON ci_trusts, ci_tokens_taken TO app_rw;
    `);
    for (const table of ['ci_trusts', 'ci_tokens_taken'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE ci_tokens_taken; DROP TABLE ci_trusts; DELETE FROM api_keys WHERE origin = 'ci'; ALTER TABLE api_keys DROP CONSTRAINT api_keys_origin_check; ALTER TABLE api_keys ADD CONSTRAINT api_keys_origin_check CHECK (origin IN ('first', 'environment', 'made')), DROP ci_trust_id;");
  }
}
