import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audits as they were answered: the application may add one and read it, never change or remove it. */
export class Audits1795474800002 implements MigrationInterface {
  name = 'Audits1795474800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audits (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        requested_by uuid NOT NULL,
        as_of timestamptz NOT NULL,
        engine text NOT NULL,
        conclusion text NOT NULL CHECK (conclusion IN ('conforming', 'non-conforming', 'inconclusive')),
        blocked boolean NOT NULL,
        counts jsonb NOT NULL,
        snapshot_digest text NOT NULL,
        facts_digest text NOT NULL,
        pack_digests jsonb NOT NULL,
        request text NOT NULL,
        result text NOT NULL,
        result_digest text NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      ALTER TABLE audits ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audits FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON audits
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT ON audits TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audits');
  }
}
