import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions and the ways into them. Names and addresses stand in one table only, so that a person can be erased. */
export class People1795478400002 implements MigrationInterface {
  name = 'People1795478400002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        email text,
        name text,
        roles text[] NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'disabled', 'erased')),
        password_hash text,
        issuer text,
        issuer_subject text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, email),
        UNIQUE (organisation_id, issuer, issuer_subject),
        CHECK (state <> 'erased' OR (email IS NULL AND name IS NULL AND password_hash IS NULL AND issuer_subject IS NULL))
      );
      CREATE TABLE sessions (
        organisation_id uuid NOT NULL,
        digest bytea NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, digest),
        FOREIGN KEY (organisation_id, user_id) REFERENCES users (organisation_id, id)
      );
      CREATE INDEX sessions_of_user ON sessions (organisation_id, user_id);
      CREATE TABLE sign_in_links (
        organisation_id uuid NOT NULL,
        digest bytea NOT NULL,
        user_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (organisation_id, digest),
        FOREIGN KEY (organisation_id, user_id) REFERENCES users (organisation_id, id)
      );
      CREATE TABLE sign_in_attempts (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        email_digest bytea NOT NULL,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, email_digest)
      );
      GRANT SELECT, INSERT, UPDATE (email, name, roles, state, password_hash, issuer, issuer_subject) ON users TO app_rw;
      GRANT SELECT, INSERT, DELETE, UPDATE (seen_at) ON sessions TO app_rw;
      GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON sign_in_links TO app_rw;
      GRANT SELECT, INSERT, DELETE, UPDATE (failures, last_at) ON sign_in_attempts TO app_rw;
    `);
    for (const table of ['users', 'sessions', 'sign_in_links', 'sign_in_attempts'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempts; DROP TABLE sign_in_links; DROP TABLE sessions; DROP TABLE users;');
  }
}
