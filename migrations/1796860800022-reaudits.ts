import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether what changes affect is audited again by itself, and what was asked for last. */
export class Reaudits1796860800022 implements MigrationInterface {
  name = 'Reaudits1796860800022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reaudits (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        terms json NOT NULL,
        version bigint NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        asked_revision bigint NOT NULL,
        looked_at timestamptz(3) NOT NULL
      );
      ALTER TABLE reaudits ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reaudits FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON reaudits
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT ON reaudits TO app_rw;
      GRANT UPDATE (terms, version, changed_at, asked_revision, looked_at) ON reaudits TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reaudits');
  }
}
