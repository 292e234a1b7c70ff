import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was cleared to run; the newest of a deployment counts. */
export class Clearances1796774400001 implements MigrationInterface {
  name = 'Clearances1796774400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clearances (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        number int NOT NULL,
        deployment text COLLATE "C" NOT NULL,
        audit_id uuid NOT NULL,
        weights json NOT NULL,
        image_digest text,
        reason text NOT NULL,
        granted_by uuid NOT NULL,
        granted_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        revoked_by uuid,
        revoked_for text,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, number),
        FOREIGN KEY (organisation_id, audit_id) REFERENCES audits (organisation_id, id)
      );
      CREATE INDEX clearances_of ON clearances (organisation_id, deployment, number);
      ALTER TABLE clearances ENABLE ROW LEVEL SECURITY;
      ALTER TABLE clearances FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON clearances
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT, INSERT ON clearances TO app_rw;
      GRANT UPDATE (revoked_at, revoked_by, revoked_for) ON clearances TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clearances');
  }
}
