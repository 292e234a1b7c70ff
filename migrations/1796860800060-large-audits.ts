import type { MigrationInterface, QueryRunner } from 'typeorm';

const walls = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY own_organisation ON ${table}
    USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));`;

/** Results of audits in pieces, and audits that several threads and processes share by ranges of the register. */
export class LargeAudits1796860800060 implements MigrationInterface {
  name = 'LargeAudits1796860800060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_results (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        audit_id uuid NOT NULL,
        number int NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (organisation_id, audit_id, number),
        FOREIGN KEY (organisation_id, audit_id) REFERENCES audits (organisation_id, id) ON DELETE CASCADE
      );
      ${walls('audit_results')}
      GRANT SELECT, INSERT, DELETE ON audit_results TO app_rw;
      ALTER TABLE audits NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit_results NO FORCE ROW LEVEL SECURITY;
      INSERT INTO audit_results SELECT organisation_id, id, 0, result FROM audits WHERE emptied_at IS NULL;
      ALTER TABLE audits FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit_results FORCE ROW LEVEL SECURITY;
      ALTER TABLE audits DROP COLUMN result, ADD CHECK (emptied_at IS NULL OR request = '');
      ALTER TABLE audits ADD COLUMN size bigint;

      CREATE TABLE audit_runs (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        begun_at timestamptz(3) NOT NULL,
        revision bigint NOT NULL,
        input text NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      ${walls('audit_runs')}
      GRANT SELECT, INSERT, DELETE ON audit_runs TO app_rw;

      CREATE TABLE audit_ranges (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        run_id uuid NOT NULL,
        number int NOT NULL,
        deployments text[] NOT NULL,
        rest boolean NOT NULL,
        done boolean NOT NULL DEFAULT false,
        tail text,
        findings text,
        findings_text text,
        egress_text text,
        PRIMARY KEY (organisation_id, run_id, number),
        FOREIGN KEY (organisation_id, run_id) REFERENCES audit_runs (organisation_id, id) ON DELETE CASCADE
      );
      ${walls('audit_ranges')}
      GRANT SELECT, INSERT, UPDATE, DELETE ON audit_ranges TO app_rw;

      CREATE INDEX register_records_flows ON register_records (organisation_id, (value ->> 'deployment')) WHERE kind = 'dataFlow';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX register_records_flows;
      DROP TABLE audit_ranges;
      DROP TABLE audit_runs;
      ALTER TABLE audits DROP COLUMN size;
      ALTER TABLE audits ADD COLUMN result text;
      ALTER TABLE audits NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit_results NO FORCE ROW LEVEL SECURITY;
      UPDATE audits a SET result = (SELECT coalesce(string_agg(content, '' ORDER BY number), '') FROM audit_results r WHERE r.organisation_id = a.organisation_id AND r.audit_id = a.id);
      ALTER TABLE audits FORCE ROW LEVEL SECURITY;
      ALTER TABLE audits ALTER COLUMN result SET NOT NULL, DROP CONSTRAINT audits_check, ADD CHECK (emptied_at IS NULL OR (request = '' AND result = ''));
      GRANT UPDATE (result) ON audits TO app_rw;
      DROP TABLE audit_results;
    `);
  }
}
