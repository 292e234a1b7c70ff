import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the owner of the tables, whom row-level security holds as everyone, see which organisations there are, so that a backup can take one after another. */
export class OrganisationsForBackups1796000400001 implements MigrationInterface {
  name = 'OrganisationsForBackups1796000400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE POLICY listed_by_owner ON organisations FOR SELECT TO CURRENT_USER USING (true)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY listed_by_owner ON organisations');
  }
}
