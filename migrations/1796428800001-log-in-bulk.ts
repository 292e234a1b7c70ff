import type { MigrationInterface, QueryRunner } from 'typeorm';

const hashed = `
  NEW.hash := encode(sha256(convert_to(
    netstring(NEW.previous) || netstring(NEW.sequence::text)
    || netstring(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || netstring(NEW.actor_kind) || netstring(NEW.actor) || netstring(NEW.action) || netstring(NEW.subject) || netstring(NEW.details), 'UTF8')), 'hex');`;

/** Each entry follows the last one of its transaction, and the head of the chain moves once when the transaction commits: a head that moved with every entry would leave a dead row for each, and every next entry would walk past all of them. */
export class LogInBulk1796428800001 implements MigrationInterface {
  name = 'LogInBulk1796428800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION chain_log_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        head log_heads%ROWTYPE;
        last record;
      BEGIN
        SELECT * INTO head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        IF NOT FOUND THEN
          INSERT INTO log_heads VALUES (NEW.organisation_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
          SELECT * INTO STRICT head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        END IF;
        SELECT sequence, hash INTO last FROM log_entries WHERE organisation_id = NEW.organisation_id AND sequence > head.sequence ORDER BY sequence DESC LIMIT 1;
        NEW.sequence := coalesce(last.sequence, head.sequence) + 1;
        NEW.previous := coalesce(last.hash, head.hash);
        ${hashed}
        RETURN NEW;
      END $$;

      CREATE FUNCTION move_log_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE inside text := current_setting('app.organisation', true);
      BEGIN
        -- The transaction may have gone on to another organisation since.
        PERFORM set_config('app.organisation', NEW.organisation_id::text, true);
        IF NOT EXISTS (SELECT FROM log_heads WHERE organisation_id = NEW.organisation_id AND sequence >= NEW.sequence) THEN
          UPDATE log_heads h SET sequence = e.sequence, hash = e.hash
          FROM (SELECT sequence, hash FROM log_entries WHERE organisation_id = NEW.organisation_id ORDER BY sequence DESC LIMIT 1) e
          WHERE h.organisation_id = NEW.organisation_id;
          IF NOT FOUND THEN RAISE EXCEPTION 'the audit log of organisation % has no head', NEW.organisation_id; END IF;
        END IF;
        PERFORM set_config('app.organisation', coalesce(inside, ''), true);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER head AFTER INSERT ON log_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_log_head();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER head ON log_entries;
      DROP FUNCTION move_log_head();
      CREATE OR REPLACE FUNCTION chain_log_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE head log_heads%ROWTYPE;
      BEGIN
        INSERT INTO log_heads VALUES (NEW.organisation_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        NEW.sequence := head.sequence + 1;
        NEW.previous := head.hash;
        ${hashed}
        UPDATE log_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
        RETURN NEW;
      END $$;
    `);
  }
}
