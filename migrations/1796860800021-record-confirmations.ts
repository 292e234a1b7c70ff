import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody last said that a record still holds as it stands. */
export class RecordConfirmations1796860800021 implements MigrationInterface {
  name = 'RecordConfirmations1796860800021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record_confirmations (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        kind text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        at timestamptz(3) NOT NULL,
        actor uuid NOT NULL,
        PRIMARY KEY (organisation_id, kind, key)
      );
      ALTER TABLE record_confirmations ENABLE ROW LEVEL SECURITY;
      ALTER TABLE record_confirmations FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON record_confirmations
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT ON record_confirmations TO app_rw;
      GRANT UPDATE (at, actor) ON record_confirmations TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE record_confirmations');
  }
}
