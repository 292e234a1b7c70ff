import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The units that people and keys belong to, and whether they read the records of these only. */
export class Units1796601600001 implements MigrationInterface {
  name = 'Units1796601600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD units text[] NOT NULL DEFAULT '{}', ADD reads_own_only boolean NOT NULL DEFAULT false;
      ALTER TABLE api_keys ADD units text[], ADD reads_own_only boolean NOT NULL DEFAULT false;
      GRANT UPDATE (units, reads_own_only) ON users TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_keys DROP units, DROP reads_own_only; ALTER TABLE users DROP units, DROP reads_own_only;');
  }
}
