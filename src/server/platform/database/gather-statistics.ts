import { type EntityManager } from 'typeorm';

/** Rows below which a table is not worth a look at it. */
const fewest = 1_000;

/**
 * Tells PostgreSQL what a table holds after many rows were written, where it does not know: with the statistics of an empty table, questions of a full one are planned as if each read it whole.
 * Waits for nobody; without the right to it (PostgreSQL 16 and earlier) nothing happens, and autovacuum does it later.
 */
export async function gatherStatistics(manager: EntityManager, table: 'register_records' | 'findings', written: number): Promise<void> {
  if (written < fewest) return;
  const [known]: { rows: number }[] = await manager.query('SELECT reltuples AS rows FROM pg_class WHERE oid = $1::regclass', [table]);
  if (written > (known?.rows ?? 0) / 4) await manager.query(`ANALYZE (SKIP_LOCKED) ${table}`);
}
