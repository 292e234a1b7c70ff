import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waivers from draft to end, with everything that happened to each. */
export class Waivers1796169600001 implements MigrationInterface {
  name = 'Waivers1796169600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE waivers (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        number int NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'rejected', 'withdrawn', 're-opened')),
        requested_by uuid NOT NULL,
        terms json NOT NULL,
        approvals json NOT NULL,
        version bigint NOT NULL,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, number)
      );
      CREATE TABLE waiver_events (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        waiver_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor uuid NOT NULL,
        what text NOT NULL,
        details json NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX waiver_events_of ON waiver_events (organisation_id, waiver_id, id);
    `);
    for (const table of ['waivers', 'waiver_events'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query('GRANT UPDATE (state, terms, approvals, version, changed_at) ON waivers TO app_rw');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE waiver_events; DROP TABLE waivers;');
  }
}
