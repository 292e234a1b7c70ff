import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long what is kept, and what was deleted. What ages can be deleted from now on; an audit can be emptied of its input and result, and says since when. */
export class Retention1796860800020 implements MigrationInterface {
  name = 'Retention1796860800020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention_settings (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        terms json NOT NULL,
        version bigint NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );
      CREATE TABLE retention_looks (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        asked_at timestamptz(3) NOT NULL
      );
      CREATE TABLE retention_runs (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        deleted json NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
    `);
    for (const table of ['retention_settings', 'retention_looks', 'retention_runs'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (terms, version, changed_at) ON retention_settings TO app_rw;
      GRANT UPDATE (asked_at) ON retention_looks TO app_rw;

      ALTER TABLE audits ADD COLUMN emptied_at timestamptz(3), ADD CHECK (emptied_at IS NULL OR (request = '' AND result = ''));
      GRANT UPDATE (request, result, emptied_at) ON audits TO app_rw;
      GRANT UPDATE (message) ON deliveries TO app_rw;
      GRANT DELETE ON api_keys, jobs, deliveries, notifications, notification_reads, schedule_runs, pulls, pulled_contents, register_contents, reports, evidence_reads TO app_rw;
      -- Whoever keeps contents holds them meanwhile, for which PostgreSQL asks for the right to change a column.
      GRANT UPDATE (sha256) ON register_contents, pulled_contents TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (sha256) ON register_contents, pulled_contents FROM app_rw;
      REVOKE DELETE ON api_keys, jobs, deliveries, notifications, notification_reads, schedule_runs, pulls, pulled_contents, register_contents, reports, evidence_reads FROM app_rw;
      REVOKE UPDATE (message) ON deliveries FROM app_rw;
      REVOKE UPDATE (request, result, emptied_at) ON audits FROM app_rw;
      ALTER TABLE audits DROP COLUMN emptied_at;
      DROP TABLE retention_runs; DROP TABLE retention_looks; DROP TABLE retention_settings;
    `);
  }
}
