import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'reports' })
export class ReportEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'audit_id' }) auditId: string;
  @Column({ type: 'text' }) template: string;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  /** Pseudonymous id of the key or user that asked. */
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'text' }) digest: string;
  @Column({ type: 'bytea' }) pdf: Buffer;
}
