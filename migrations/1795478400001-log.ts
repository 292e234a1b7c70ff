import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log: one hash chain per organisation, written by a trigger that the application's role cannot get around. */
export class Log1795478400001 implements MigrationInterface {
  name = 'Log1795478400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log_heads (
        organisation_id uuid PRIMARY KEY REFERENCES organisations (id),
        sequence bigint NOT NULL,
        hash text NOT NULL
      );
      CREATE TABLE log_entries (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        sequence bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        details text NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (organisation_id, sequence)
      );

      CREATE FUNCTION netstring(field text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
        SELECT octet_length(convert_to(field, 'UTF8')) || ':' || field
      $$;

      CREATE FUNCTION chain_log_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE head log_heads%ROWTYPE;
      BEGIN
        INSERT INTO log_heads VALUES (NEW.organisation_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        NEW.sequence := head.sequence + 1;
        NEW.previous := head.hash;
        NEW.hash := encode(sha256(convert_to(
          netstring(NEW.previous) || netstring(NEW.sequence::text)
          || netstring(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          || netstring(NEW.actor_kind) || netstring(NEW.actor) || netstring(NEW.action) || netstring(NEW.subject) || netstring(NEW.details), 'UTF8')), 'hex');
        UPDATE log_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER chain BEFORE INSERT ON log_entries FOR EACH ROW EXECUTE FUNCTION chain_log_entry();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log only grows';
      END $$;
      CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON log_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER no_truncate BEFORE TRUNCATE ON log_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER no_truncate BEFORE TRUNCATE ON log_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE log_heads ENABLE ROW LEVEL SECURITY;
      ALTER TABLE log_heads FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON log_heads
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      ALTER TABLE log_entries ENABLE ROW LEVEL SECURITY;
      ALTER TABLE log_entries FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_organisation ON log_entries
        USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
      GRANT SELECT ON log_heads TO app_rw;
      GRANT SELECT, INSERT (organisation_id, at, actor_kind, actor, action, subject, details) ON log_entries TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_entries; DROP TABLE log_heads; DROP FUNCTION chain_log_entry(); DROP FUNCTION refuse_change(); DROP FUNCTION netstring(text);');
  }
}
