import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the server gather the statistics of what it has filled, so that the next question is planned by them and not by those of an empty table.
 * PostgreSQL 16 and earlier have no such right: there autovacuum gathers them, within a minute or so.
 */
export class Statistics1796947200004 implements MigrationInterface {
  name = 'Statistics1796947200004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $$ BEGIN IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE 'GRANT MAINTAIN ON register_records, findings TO app_rw'; END IF; END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $$ BEGIN IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE 'REVOKE MAINTAIN ON register_records, findings FROM app_rw'; END IF; END $$`);
  }
}
