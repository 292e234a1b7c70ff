import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications, who has read them, what of them goes where, and when was looked last. The tick learns which organisations there are, and of them the ids alone. */
export class Notifications1796688000003 implements MigrationInterface {
  name = 'Notifications1796688000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        event text NOT NULL,
        subject text NOT NULL,
        title text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, event)
      );
      CREATE TABLE notification_reads (
        organisation_id uuid NOT NULL,
        notification_id uuid NOT NULL,
        reader uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, notification_id, reader),
        FOREIGN KEY (organisation_id, notification_id) REFERENCES notifications (organisation_id, id)
      );
      CREATE TABLE notification_settings (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        terms json NOT NULL,
        version bigint NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );
      CREATE TABLE notification_looks (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        next_at timestamptz(3) NOT NULL,
        looked_at timestamptz(3) NOT NULL
      );
    `);
    for (const table of ['notifications', 'notification_reads', 'notification_settings', 'notification_looks'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (terms, version, changed_at) ON notification_settings TO app_rw;
      GRANT UPDATE (next_at, looked_at) ON notification_looks TO app_rw;

      CREATE FUNCTION organisation_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$ SELECT id FROM organisations $$;
      REVOKE EXECUTE ON FUNCTION organisation_ids() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION organisation_ids() TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION organisation_ids(); DROP TABLE notification_looks; DROP TABLE notification_settings; DROP TABLE notification_reads; DROP TABLE notifications;');
  }
}
