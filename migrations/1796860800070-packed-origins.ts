import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rewrites what each statement of a record says of its origins, by an expression over `o`, a row of `jsonb_each`. */
const rewritten = (origins: string): string => `
  ALTER TABLE register_records NO FORCE ROW LEVEL SECURITY;
  UPDATE register_records SET statements = (SELECT jsonb_agg(jsonb_set(s, '{origins}', ${origins}) ORDER BY n) FROM jsonb_array_elements(statements) WITH ORDINALITY AS e (s, n)) WHERE statements <> '[]';
  ALTER TABLE register_records FORCE ROW LEVEL SECURITY;`;

/** Where each field of a record is stated becomes one short text, since it is many times what it is of and seldom read. Findings of a range are kept once. */
export class PackedOrigins1796860800070 implements MigrationInterface {
  name = 'PackedOrigins1796860800070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewritten(`to_jsonb((SELECT coalesce(jsonb_object_agg(o.key,
        CASE WHEN o.value ?& ARRAY['line', 'column'] AND o.value - 'line' - 'column' = '{"confidence": "declared"}' THEN jsonb_build_array(o.value -> 'line', o.value -> 'column') ELSE o.value END), '{}')::text
        FROM jsonb_each(s -> 'origins') AS o))`),
    );
    await runner.query('ALTER TABLE audit_runs NO FORCE ROW LEVEL SECURITY; DELETE FROM audit_runs; ALTER TABLE audit_runs FORCE ROW LEVEL SECURITY; ALTER TABLE audit_ranges DROP COLUMN findings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewritten(`(SELECT coalesce(jsonb_object_agg(o.key,
        CASE WHEN jsonb_typeof(o.value) = 'array' THEN jsonb_build_object('line', o.value -> 0, 'column', o.value -> 1, 'confidence', 'declared') ELSE o.value END), '{}')
        FROM jsonb_each((s ->> 'origins')::jsonb) AS o)`),
    );
    await runner.query('ALTER TABLE audit_runs NO FORCE ROW LEVEL SECURITY; DELETE FROM audit_runs; ALTER TABLE audit_runs FORCE ROW LEVEL SECURITY; ALTER TABLE audit_ranges ADD COLUMN findings text');
  }
}
