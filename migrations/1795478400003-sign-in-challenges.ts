import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that are under way at an identity provider, so that any replica can finish them. */
export class SignInChallenges1795478400003 implements MigrationInterface {
  name = 'SignInChallenges1795478400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_challenges (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        digest bytea NOT NULL,
        state text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, digest)
      );
      ALTER TABLE sign_in_challenges ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sign_in_challenges FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON sign_in_challenges
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT, DELETE ON sign_in_challenges TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_challenges');
  }
}
