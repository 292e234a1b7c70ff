import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions between open and closed, with every version of their inputs and everything that happened to them. */
export class Decisions1796860800040 implements MigrationInterface {
  name = 'Decisions1796860800040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        number int NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'signed-off', 'rejected', 'superseded')),
        title text NOT NULL,
        deployment text COLLATE "C",
        author uuid NOT NULL,
        version bigint NOT NULL,
        input_version bigint NOT NULL,
        author_version bigint NOT NULL,
        asked json,
        approval json,
        sign_off json,
        result text,
        result_digest text,
        supersedes uuid,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, number),
        FOREIGN KEY (organisation_id, supersedes) REFERENCES decisions (organisation_id, id)
      );
      CREATE TABLE decision_inputs (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        decision_id uuid NOT NULL,
        version bigint NOT NULL,
        inputs json NOT NULL,
        input_hash text NOT NULL,
        PRIMARY KEY (organisation_id, decision_id, version),
        FOREIGN KEY (organisation_id, decision_id) REFERENCES decisions (organisation_id, id)
      );
      CREATE TABLE decision_events (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        decision_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor uuid NOT NULL,
        what text NOT NULL,
        details json NOT NULL,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX decision_events_of ON decision_events (organisation_id, decision_id, id);
    `);
    for (const table of ['decisions', 'decision_inputs', 'decision_events'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query('GRANT UPDATE (state, title, deployment, version, input_version, author_version, asked, approval, sign_off, result, result_digest, changed_at) ON decisions TO app_rw');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decision_events; DROP TABLE decision_inputs; DROP TABLE decisions;');
  }
}
