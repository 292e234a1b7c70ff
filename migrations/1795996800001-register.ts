import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: records in all their versions, the collections of files they were read from, and the bytes of those files. */
export class Register1795996800001 implements MigrationInterface {
  name = 'Register1795996800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_heads (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        revision bigint NOT NULL
      );
      CREATE TABLE register_revisions (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        revision bigint NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        changed_by uuid NOT NULL,
        reason text NOT NULL,
        counts jsonb NOT NULL,
        PRIMARY KEY (organisation_id, revision)
      );
      CREATE INDEX register_revisions_changed ON register_revisions (organisation_id, changed_at);
      CREATE TABLE register_records (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        kind text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        revision bigint NOT NULL,
        ended_by bigint,
        change text NOT NULL CHECK (change IN ('added', 'changed', 'moved', 'retired')),
        statements jsonb NOT NULL,
        value jsonb NOT NULL,
        disputed text[] NOT NULL,
        paths text[] NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, kind, key, revision),
        FOREIGN KEY (organisation_id, revision) REFERENCES register_revisions (organisation_id, revision),
        CHECK (ended_by > revision),
        CHECK ((change = 'retired') = (jsonb_array_length(statements) = 0))
      );
      CREATE UNIQUE INDEX register_records_current ON register_records (organisation_id, kind, key) WHERE ended_by IS NULL;
      CREATE INDEX register_records_paths ON register_records USING gin (paths) WHERE ended_by IS NULL;
      CREATE INDEX register_records_value ON register_records USING gin (value jsonb_path_ops) WHERE ended_by IS NULL;
      CREATE TABLE register_collections (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        name text NOT NULL,
        revision bigint NOT NULL,
        ended_by bigint,
        files jsonb NOT NULL,
        sources jsonb NOT NULL,
        settings json NOT NULL,
        problems json NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, name, revision),
        FOREIGN KEY (organisation_id, revision) REFERENCES register_revisions (organisation_id, revision),
        CHECK (ended_by > revision)
      );
      CREATE UNIQUE INDEX register_collections_current ON register_collections (organisation_id, name) WHERE ended_by IS NULL;
      CREATE TABLE register_contents (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        sha256 text NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (organisation_id, sha256)
      );
      ALTER TABLE audits ADD register_revision bigint;
    `);
    for (const table of ['register_heads', 'register_revisions', 'register_records', 'register_collections', 'register_contents'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (revision) ON register_heads TO app_rw;
      GRANT UPDATE (ended_by) ON register_records TO app_rw;
      GRANT UPDATE (ended_by) ON register_collections TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audits DROP register_revision; DROP TABLE register_contents; DROP TABLE register_collections; DROP TABLE register_records; DROP TABLE register_revisions; DROP TABLE register_heads;');
  }
}
