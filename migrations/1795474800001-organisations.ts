import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's role and the organisations, the first of which every installation starts with. */
export class Organisations1795474800001 implements MigrationInterface {
  name = 'Organisations1795474800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        CREATE ROLE app_rw NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public TO app_rw;

      CREATE TABLE organisations (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO organisations (id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'First organisation');
      ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organisations FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON organisations
        USING (id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, UPDATE (name) ON organisations TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisations; REVOKE USAGE ON SCHEMA public FROM app_rw;');
  }
}
