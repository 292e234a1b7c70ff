import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/server/migrations.js';
import { migrate } from '../../src/server/platform/database/migrate.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(120_000);

/** What the migrations come to, to be read in review. `DOMICILE_ACCEPT=1` writes it anew. */
const committed = 'migrations/schema.sql';

const queries = {
  table: `SELECT c.relname AS name, format(E'CREATE TABLE %s (\\n%s\\n)%s;', c.relname,
      (SELECT string_agg(line, E',\\n' ORDER BY rank, line) FROM (
        SELECT a.attnum AS rank, format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
          CASE WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED' WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END) AS line
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum) WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 10000, format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE conrelid = c.oid AND contype <> 'n') AS lines),
      CASE WHEN c.relforcerowsecurity THEN ' -- row security, forced' WHEN c.relrowsecurity THEN ' -- row security' ELSE '' END) AS text
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
  index: `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) || ';' AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
  policy: `SELECT tablename || '.' || policyname AS name, format('CREATE POLICY %I ON %I FOR %s TO %s USING (%s)%s;', policyname, tablename, cmd, array_to_string(roles, ', '), qual, ' WITH CHECK (' || with_check || ')') AS text FROM pg_policies WHERE schemaname = 'public'`,
  trigger: `SELECT c.relname || '.' || t.tgname AS name, pg_get_triggerdef(t.oid) || ';' AS text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`,
  function: `SELECT p.oid::regprocedure::text AS name, pg_get_functiondef(p.oid) || ';' AS text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  grant: `SELECT c.relname AS name, format('GRANT %s ON %I TO %I;', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), c.relname, r.rolname) AS text
    FROM pg_class c CROSS JOIN aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND r.rolname <> current_user GROUP BY c.relname, r.rolname`,
  columns: `SELECT c.relname AS name, format('GRANT %s (%s) ON %I TO %I;', g.privilege_type, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), c.relname, g.grantee::regrole) AS text
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid CROSS JOIN aclexplode(a.attacl) g WHERE c.relnamespace = 'public'::regnamespace GROUP BY c.relname, g.privilege_type, g.grantee`,
};

describe('the tables that the migrations make', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const ask = async <Row extends pg.QueryResultRow>({ ownerUrl }: TestDatabase, sql: string): Promise<readonly Row[]> => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Row>(sql);
    await owner.end();
    return rows;
  };
  const describeSchema = async (of: TestDatabase): Promise<string> => {
    const parts: string[] = [];
    for (const sql of Object.values(queries)) parts.push(...(await ask<{ text: string }>(of, `SELECT text FROM (${sql}) AS found ORDER BY name COLLATE "C", text COLLATE "C"`)).map(({ text }) => text.trimEnd()));
    return `${parts.join('\n\n')}\n`;
  };

  it('are those of migrations/schema.sql', async () => {
    const schema = await describeSchema(database);
    if (process.env['DOMICILE_ACCEPT'] === '1') writeFileSync(committed, schema);
    expect(schema).toBe(readFileSync(committed, 'utf8'));
  });

  it('go and come back by their migrations', async () => {
    const empty = await createEmptyDatabase();
    const before = await describeSchema(empty);
    await migrate(empty, migrations);
    const source = await new DataSource({ type: 'postgres', url: empty.ownerUrl, migrations, migrationsTransactionMode: 'each' }).initialize();
    for (const _ of migrations) await source.undoLastMigration();
    await source.query('DROP TABLE migrations');
    const undone = await describeSchema(empty);
    await source.destroy();
    await migrate(empty, migrations);
    expect(undone).toBe(before);
    expect(await describeSchema(empty)).toBe(readFileSync(committed, 'utf8'));
    await empty.drop();
  });

  it('keep what belongs to an organisation behind row security, with its id first in every key', async () => {
    const open = await ask(database, "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)");
    expect(open).toEqual([]);
    const keys = await ask(database, "SELECT i.indexrelid::regclass AS key FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indkey[0] <> a.attnum");
    expect(keys).toEqual([]);
  });
});
