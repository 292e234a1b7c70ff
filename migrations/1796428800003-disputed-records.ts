import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few current records on which sources contradict each other, found and counted without reading the others. */
export class DisputedRecords1796428800003 implements MigrationInterface {
  name = 'DisputedRecords1796428800003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX register_records_disputed ON register_records (organisation_id, kind, key) WHERE ended_by IS NULL AND disputed <> '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register_records_disputed');
  }
}
