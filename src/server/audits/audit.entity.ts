import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StoredPart {
  readonly only: readonly string[];
  readonly subjects: number;
  readonly of: number;
}

@Entity({ name: 'audits' })
export class AuditEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  /** Pseudonymous id of the key or user that asked. */
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'timestamptz', name: 'as_of' }) asOf: Date;
  @Column({ type: 'text' }) engine: string;
  @Column({ type: 'text' }) conclusion: string;
  @Column({ type: 'boolean' }) blocked: boolean;
  @Column({ type: 'jsonb' }) counts: Readonly<Record<string, number>>;
  @Column({ type: 'text', name: 'snapshot_digest' }) snapshotDigest: string;
  @Column({ type: 'text', name: 'facts_digest' }) factsDigest: string;
  @Column({ type: 'jsonb', name: 'pack_digests' }) packDigests: Readonly<Record<string, string>>;
  /** Of the register; absent where files were sent. */
  @Column({ type: 'bigint', name: 'register_revision', nullable: true }) registerRevision: string | null;
  /** Of what part it is, without the list of its subjects; absent where it is of the whole. */
  @Column({ type: 'jsonb', nullable: true }) part: StoredPart | null;
  /** What was asked, as JSON text, so that the audit can be run again. */
  @Column({ type: 'text' }) request: string;
  @Column({ type: 'text', name: 'result_digest' }) resultDigest: string;
  /** Bytes of the result, which stands in `audit_results`; absent where it was stored before this was kept. */
  @Column({ type: 'bigint', nullable: true }) size: string | null;
  /** When request and result were deleted, as they are kept no longer; the rest stays. */
  @Column({ type: 'timestamptz', precision: 3, name: 'emptied_at', nullable: true }) emptiedAt: Date | null;
}
