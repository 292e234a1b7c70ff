import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'pulls' })
export class PullEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) connection: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  /** Pseudonymous id of the key or user that asked. */
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'boolean' }) complete: boolean;
  @Column({ type: 'text', name: 'content_digest' }) contentDigest: string;
  @Column({ type: 'integer', name: 'file_count' }) fileCount: number;
  @Column({ type: 'integer', name: 'gap_count' }) gapCount: number;
  /** In the order of their paths, the report among them. */
  @Column({ type: 'json' }) files: readonly { readonly path: string; readonly sha256: string }[];
  /** As JSON text. */
  @Column({ type: 'text' }) report: string;
}
