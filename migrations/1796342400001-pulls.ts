import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was pulled from other systems: the report of each pull, and the files by their digest. */
export class Pulls1796342400001 implements MigrationInterface {
  name = 'Pulls1796342400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pulls (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        connection text NOT NULL,
        created_at timestamptz NOT NULL,
        requested_by uuid NOT NULL,
        complete boolean NOT NULL,
        content_digest text NOT NULL,
        file_count integer NOT NULL,
        gap_count integer NOT NULL,
        files json NOT NULL,
        report text NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX pulls_by_connection ON pulls (organisation_id, connection, id);
      CREATE TABLE pulled_contents (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        sha256 text NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (organisation_id, sha256)
      );
    `);
    for (const table of ['pulls', 'pulled_contents'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pulled_contents; DROP TABLE pulls;');
  }
}
