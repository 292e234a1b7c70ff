import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Permission } from '../platform/authorization/permission.js';

/** Whose jobs in CI get a key for their ID token, and what it may do. */
@Entity({ name: 'ci_trusts' })
export class CiTrustEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  /** As the claim `iss` has it. */
  @Column({ type: 'text' }) issuer: string;
  /** Number of the repository or project, which stays when a name is given to another. */
  @Column({ type: 'text' }) repository: string;
  /** Pattern of the file that defines the job. */
  @Column({ type: 'text' }) workflow: string;
  /** Pattern of the branch or tag. */
  @Column({ type: 'text' }) ref: string;
  @Column({ type: 'text', array: true }) scopes: Permission[];
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
}
