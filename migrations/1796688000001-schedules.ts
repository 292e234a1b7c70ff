import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules and their runs. When each is due stands apart, where the tick that serves every organisation sees it: two ids and an instant, and nothing of what they are. */
export class Schedules1796688000001 implements MigrationInterface {
  name = 'Schedules1796688000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schedules (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        terms json NOT NULL,
        version bigint NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        PRIMARY KEY (organisation_id, id)
      );
      CREATE TABLE schedule_runs (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        schedule_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        why text NOT NULL CHECK (why IN ('due', 'asked')),
        asked_by uuid,
        job_id uuid,
        state text NOT NULL CHECK (state IN ('waiting', 'reported', 'skipped', 'failed')),
        ended_at timestamptz(3),
        audit_id uuid,
        report_id uuid,
        conclusion text,
        state_digest text,
        note text,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, schedule_id, due_at),
        FOREIGN KEY (organisation_id, schedule_id) REFERENCES schedules (organisation_id, id),
        CHECK ((state = 'waiting') = (ended_at IS NULL)),
        CHECK ((state IN ('reported', 'skipped')) = (audit_id IS NOT NULL)),
        CHECK ((state = 'reported') = (report_id IS NOT NULL))
      );
    `);
    for (const table of ['schedules', 'schedule_runs'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (terms, version, changed_at, ended_at) ON schedules TO app_rw;
      GRANT UPDATE (job_id, state, ended_at, audit_id, report_id, conclusion, state_digest, note) ON schedule_runs TO app_rw;

      CREATE TABLE schedule_dues (
        organisation_id uuid NOT NULL,
        schedule_id uuid NOT NULL,
        next_run_at timestamptz(3) NOT NULL,
        reckoned_at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, schedule_id),
        FOREIGN KEY (organisation_id, schedule_id) REFERENCES schedules (organisation_id, id)
      );
      CREATE INDEX schedule_dues_next ON schedule_dues (next_run_at);
      ALTER TABLE schedule_dues ENABLE ROW LEVEL SECURITY;
      ALTER TABLE schedule_dues FORCE ROW LEVEL SECURITY;
      CREATE POLICY of_every_organisation ON schedule_dues USING (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON schedule_dues TO app_rw;

      ALTER TABLE jobs DROP CONSTRAINT jobs_asker_kind_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_asker_kind_check CHECK (asker_kind IN ('api-key', 'user', 'system'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE schedule_dues; DROP TABLE schedule_runs; DROP TABLE schedules;
      ALTER TABLE jobs DROP CONSTRAINT jobs_asker_kind_check;
      ALTER TABLE jobs ADD CONSTRAINT jobs_asker_kind_check CHECK (asker_kind IN ('api-key', 'user'));
    `);
  }
}
