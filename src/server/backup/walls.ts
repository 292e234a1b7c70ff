import { type QueryRunner } from 'typeorm';
import { BackupError } from './backup-error.js';
import { quoted } from './copy-statements.js';

type Tables = readonly { readonly name: string }[];

/** Lets rows in as they are, for this transaction: row-level security does not hold the owner, and no trigger of ours fires. Nobody else reads or writes meanwhile. */
export async function lowerWalls(runner: QueryRunner, tables: Tables): Promise<string> {
  const before = await state(runner);
  for (const { name } of tables) await runner.query(`ALTER TABLE ${quoted(name)} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER`);
  return before;
}

/** @throws BackupError where they do not stand as before */
export async function raiseWalls(runner: QueryRunner, tables: Tables, before: string): Promise<void> {
  for (const { name } of tables) await runner.query(`ALTER TABLE ${quoted(name)} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER`);
  if ((await state(runner)) !== before) throw new BackupError('row-level security or the triggers do not stand as they did before the restore; nothing was restored');
}

async function state(runner: QueryRunner): Promise<string> {
  const rows: unknown = await runner.query(
    `SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
       ARRAY(SELECT tgname || ' ' || tgenabled::text FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal ORDER BY tgname) AS triggers,
       ARRAY(SELECT polname || ' ' || polcmd::text || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') FROM pg_policy WHERE polrelid = c.oid ORDER BY polname) AS policies
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`,
  );
  return JSON.stringify(rows);
}
