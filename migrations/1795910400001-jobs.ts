import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs, the processes that work on them, and the reports that jobs print. What waits and who has taken it stands in the schema of graphile-worker. */
export class Jobs1795910400001 implements MigrationInterface {
  name = 'Jobs1795910400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jobs (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        input text NOT NULL,
        asker_kind text NOT NULL CHECK (asker_kind IN ('api-key', 'user')),
        asked_by uuid NOT NULL,
        idempotency_key text,
        request_digest text NOT NULL,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        progress jsonb,
        attempts integer NOT NULL DEFAULT 0,
        fence integer NOT NULL DEFAULT 0,
        worker uuid,
        result jsonb,
        problem jsonb,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, asked_by, idempotency_key),
        CHECK ((state = 'done') = (result IS NOT NULL)),
        CHECK ((state = 'failed') = (problem IS NOT NULL)),
        CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
      );
      CREATE INDEX jobs_by_state ON jobs (organisation_id, state, id);
      ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
      ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON jobs
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT, UPDATE (state, started_at, ended_at, progress, attempts, fence, worker, result, problem) ON jobs TO app_rw;

      CREATE TABLE reports (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        audit_id uuid NOT NULL,
        template text NOT NULL,
        language text NOT NULL,
        created_at timestamptz NOT NULL,
        requested_by uuid NOT NULL,
        digest text NOT NULL,
        pdf bytea NOT NULL,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, audit_id) REFERENCES audits (organisation_id, id)
      );
      ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reports FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON reports
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT ON reports TO app_rw;

      CREATE TABLE job_workers (
        id uuid PRIMARY KEY,
        pools text[] NOT NULL,
        seen_at timestamptz NOT NULL
      );
      ALTER TABLE job_workers ENABLE ROW LEVEL SECURITY;
      ALTER TABLE job_workers FORCE ROW LEVEL SECURITY;
      CREATE POLICY of_no_organisation ON job_workers USING (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON job_workers TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_workers; DROP TABLE reports; DROP TABLE jobs;');
  }
}
