import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of current records are sorted and searched by, narrow enough to be read from indexes alone; a key has at most 600 characters and a name 200. */
export class RegisterLists1796428800002 implements MigrationInterface {
  name = 'RegisterLists1796428800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE register_records ADD name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(lower(coalesce(value ->> 'name', key) COLLATE "default"), 300)) STORED;
      CREATE INDEX register_records_listed ON register_records (organisation_id, kind, key) INCLUDE (name, id) WHERE ended_by IS NULL AND change <> 'retired';
      CREATE INDEX register_records_named ON register_records (organisation_id, name, kind, key) INCLUDE (id) WHERE ended_by IS NULL AND change <> 'retired';
      CREATE INDEX register_records_changed ON register_records (organisation_id, lpad(revision::text, 19, '0'), kind, key) WHERE ended_by IS NULL AND change <> 'retired';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register_records_changed; DROP INDEX register_records_named; DROP INDEX register_records_listed; ALTER TABLE register_records DROP name');
  }
}
