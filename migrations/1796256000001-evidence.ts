import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that show what records state, their bytes, and who has read them. */
export class Evidence1796256000001 implements MigrationInterface {
  name = 'Evidence1796256000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        revises uuid,
        record text,
        type text NOT NULL,
        title text NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size int NOT NULL,
        sha256 text NOT NULL,
        effective date NOT NULL,
        expires date,
        note text,
        added_at timestamptz(3) NOT NULL,
        added_by uuid NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, revises)
      );
      CREATE INDEX evidence_of_record ON evidence (organisation_id, record);
      CREATE TABLE evidence_contents (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        sha256 text NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (organisation_id, sha256)
      );
      CREATE TABLE evidence_reads (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor uuid NOT NULL,
        why text NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX evidence_reads_of ON evidence_reads (organisation_id, evidence_id, id);
    `);
    for (const table of ['evidence', 'evidence_contents', 'evidence_reads'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_reads; DROP TABLE evidence_contents; DROP TABLE evidence;');
  }
}
