import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an audit by ranges looks for in the whole register and seldom finds: statements by hand, and flows that were only found. */
export class RareRecords1796947200002 implements MigrationInterface {
  name = 'RareRecords1796947200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX register_records_by_hand ON register_records (organisation_id) WHERE statements @> '[{"importer": "register"}]';
      CREATE INDEX register_records_undeclared ON register_records (organisation_id) WHERE kind = 'dataFlow' AND value -> 'undeclared' = 'true';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register_records_undeclared; DROP INDEX register_records_by_hand;');
  }
}
