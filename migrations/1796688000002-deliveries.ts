import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to reach whom, with every attempt. */
export class Deliveries1796688000002 implements MigrationInterface {
  name = 'Deliveries1796688000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deliveries (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        origin text NOT NULL,
        recipient json NOT NULL,
        message json NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
        attempts json NOT NULL,
        created_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        PRIMARY KEY (organisation_id, id),
        CHECK ((state = 'waiting') = (ended_at IS NULL))
      );
      CREATE INDEX deliveries_of ON deliveries (organisation_id, origin, id);
      ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
      ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON deliveries
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT, UPDATE (state, attempts, ended_at) ON deliveries TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deliveries;');
  }
}
