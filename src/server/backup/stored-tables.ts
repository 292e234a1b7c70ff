import { type QueryRunner } from 'typeorm';
import { BackupError } from './backup-error.js';

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Column that names the organisation. */
  readonly organisation: string;
}

/** What is of the moment: who is signed in or signing in, which processes live, and how far an audit is that they share. None of it should come back. */
const ofTheMoment = ['sessions', 'sign_in_links', 'sign_in_challenges', 'sign_in_attempts', 'ci_tokens_taken', 'kept_answers', 'job_workers', 'job_ticks', 'audit_ranges', 'audit_runs'];
const bookkeeping = 'migrations';

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly needs: readonly string[];
}

/**
 * Every table that a backup holds, those first which others refer to.
 *
 * @throws BackupError where there is something in the database that a backup would leave out unsaid
 */
export async function storedTables(runner: QueryRunner): Promise<readonly StoredTable[]> {
  const rows = (await runner.query(
    `SELECT c.relname AS name,
       ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
       ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k (attnum, place) JOIN pg_attribute a USING (attnum)
             WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid ORDER BY k.place) AS key,
       ARRAY(SELECT f.relname::text FROM pg_constraint x JOIN pg_class f ON f.oid = x.confrelid WHERE x.conrelid = c.oid AND x.contype = 'f' AND f.oid <> c.oid) AS needs
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1) ORDER BY c.relname`,
    [[...ofTheMoment, bookkeeping]],
  )) as TableRow[];
  await refuseSequences(runner);
  return inOrder(rows).map(({ name, columns, key }) => ({ name, columns, key, organisation: organisationColumn(name, columns) }));
}

function organisationColumn(name: string, columns: readonly string[]): string {
  const column = name === 'organisations' ? 'id' : 'organisation_id';
  if (!columns.includes(column)) throw new BackupError(`the table ${name} has no column ${column}, so a backup cannot tell whose its rows are; give it one, or name it among what is of the moment`);
  return column;
}

async function refuseSequences(runner: QueryRunner): Promise<void> {
  const [sequence] = (await runner.query(
    `SELECT s.relname AS name FROM pg_class s LEFT JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') LEFT JOIN pg_class t ON t.oid = d.refobjid
     WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace AND t.relname IS DISTINCT FROM $1`,
    [bookkeeping],
  )) as { readonly name: string }[];
  if (sequence !== undefined) throw new BackupError(`the database has a sequence ${sequence.name}, whose place a backup does not keep; use a UUID instead`);
}

function inOrder(tables: readonly TableRow[]): readonly TableRow[] {
  const ordered: TableRow[] = [];
  for (let left = tables; left.length > 0; ) {
    const free = left.filter(({ needs }) => needs.every((need) => !left.some(({ name }) => name === need)));
    if (free.length === 0) throw new BackupError(`the tables ${left.map(({ name }) => name).join(', ')} refer to each other in a circle, so their rows cannot be added one table after another; break the circle`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
