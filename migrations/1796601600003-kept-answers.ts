import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to requests that came with an Idempotency-Key, unreadable without that key; and what may be cleared away when it is old. */
export class KeptAnswers1796601600003 implements MigrationInterface {
  name = 'KeptAnswers1796601600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_answers (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        digest bytea NOT NULL,
        request_digest text NOT NULL,
        answer bytea,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, digest)
      );
      CREATE INDEX kept_answers_by_age ON kept_answers (organisation_id, created_at);
      ALTER TABLE kept_answers ENABLE ROW LEVEL SECURITY;
      ALTER TABLE kept_answers FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON kept_answers
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT, UPDATE (answer), DELETE ON kept_answers TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_answers');
  }
}
