import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packs and overlays of an organisation, with every text that was written; and by which of them the states of findings were judged. */
export class OwnPolicies1796860800030 implements MigrationInterface {
  name = 'OwnPolicies1796860800030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_policies (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        name text COLLATE "C" NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'rejected', 'in-force', 'retired')),
        text_id uuid NOT NULL,
        approved json,
        version bigint NOT NULL,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (organisation_id, id),
        CHECK (state <> 'in-force' OR approved IS NOT NULL)
      );
      CREATE UNIQUE INDEX own_policies_in_force ON own_policies (organisation_id, name) WHERE state = 'in-force';
      CREATE UNIQUE INDEX own_policies_worked_on ON own_policies (organisation_id, name) WHERE state IN ('draft', 'in-review', 'rejected');
      CREATE TABLE own_policy_events (
        organisation_id uuid NOT NULL REFERENCES organisations (id),
        id uuid NOT NULL,
        policy_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor uuid NOT NULL,
        what text NOT NULL,
        remark text,
        text text,
        PRIMARY KEY (organisation_id, id)
      );
      CREATE INDEX own_policy_events_of ON own_policy_events (organisation_id, policy_id, id);
    `);
    for (const table of ['own_policies', 'own_policy_events'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_organisation ON ${table}
          USING (organisation_id = (SELECT nullif(current_setting('app.organisation', true), '')::uuid));
        GRANT SELECT, INSERT ON ${table} TO app_rw;
      `);
    await runner.query(`
      GRANT UPDATE (state, text_id, approved, version, changed_at) ON own_policies TO app_rw;
      ALTER TABLE finding_heads ADD rulebook text NOT NULL DEFAULT '';
      GRANT UPDATE (rulebook) ON finding_heads TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE finding_heads DROP rulebook; DROP TABLE own_policy_events; DROP TABLE own_policies;');
  }
}
