import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings between audits: where each stands, who looks after it, and everything that happened to it. */
export class Findings1796083200001 implements MigrationInterface {
  name = 'Findings1796083200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE finding_heads (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        audit_id uuid NOT NULL,
        revision bigint NOT NULL,
        as_of timestamptz(3) NOT NULL
      );
      CREATE TABLE findings (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        fingerprint text COLLATE "C" NOT NULL,
        rule_id text NOT NULL,
        pack text NOT NULL,
        severity text NOT NULL,
        severity_rank smallint NOT NULL,
        subject text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'in-progress', 'resolved', 'waived', 're-opened')),
        assignee uuid,
        version bigint NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        audit_id uuid NOT NULL,
        finding json NOT NULL,
        PRIMARY KEY (organisation_id, fingerprint)
      );
      CREATE INDEX findings_by_severity ON findings (organisation_id, severity_rank, fingerprint);
      CREATE TABLE finding_events (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        fingerprint text NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor uuid NOT NULL,
        what text NOT NULL,
        audit_id uuid,
        details json NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX finding_events_of ON finding_events (organisation_id, fingerprint, id);
    `);
    for (const table of ['finding_heads', 'findings', 'finding_events'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (audit_id, revision, as_of) ON finding_heads TO app_rw;
      GRANT UPDATE (severity, severity_rank, state, assignee, version, changed_at, audit_id, finding) ON findings TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE finding_events; DROP TABLE findings; DROP TABLE finding_heads;');
  }
}
