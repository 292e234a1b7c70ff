import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minute that the last tick was added in. */
export class JobTicks1796947200001 implements MigrationInterface {
  name = 'JobTicks1796947200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_ticks (
        task text PRIMARY KEY,
        minute timestamptz NOT NULL
      );
      ALTER TABLE job_ticks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE job_ticks FORCE ROW LEVEL SECURITY;
      CREATE POLICY of_no_organisation ON job_ticks USING (true);
      GRANT SELECT, INSERT, UPDATE ON job_ticks TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_ticks;');
  }
}
