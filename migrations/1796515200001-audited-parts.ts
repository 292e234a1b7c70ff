import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audits of a part of the register: which part, the newest audit that moved findings, of the whole or of a part, and the whole audit that one of what changes affect continues. */
export class AuditedParts1796515200001 implements MigrationInterface {
  name = 'AuditedParts1796515200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audits ADD part jsonb;
      ALTER TABLE finding_heads ALTER audit_id DROP NOT NULL, ALTER revision DROP NOT NULL, ALTER as_of DROP NOT NULL,
        ADD moved_revision bigint, ADD moved_as_of timestamptz(3), ADD whole_audit_id uuid, ADD next_flip timestamptz(3);
      UPDATE finding_heads SET moved_revision = revision, moved_as_of = as_of;
      ALTER TABLE finding_heads ALTER moved_revision SET NOT NULL, ALTER moved_as_of SET NOT NULL,
        ADD CHECK ((audit_id IS NULL) = (revision IS NULL) AND (audit_id IS NULL) = (as_of IS NULL));
      CREATE INDEX register_records_revision ON register_records USING brin (revision) WITH (pages_per_range = 16);
      CREATE INDEX findings_by_subject ON findings (organisation_id, subject);
      GRANT UPDATE (moved_revision, moved_as_of, whole_audit_id, next_flip) ON finding_heads TO app_rw;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX register_records_revision;
      DROP INDEX findings_by_subject;
      DELETE FROM finding_heads WHERE audit_id IS NULL;
      ALTER TABLE finding_heads DROP moved_revision, DROP moved_as_of, DROP whole_audit_id, DROP next_flip, ALTER audit_id SET NOT NULL, ALTER revision SET NOT NULL, ALTER as_of SET NOT NULL;
      ALTER TABLE audits DROP part;
    `);
  }
}
