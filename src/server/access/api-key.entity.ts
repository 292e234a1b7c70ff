import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Permission } from '../platform/authorization/permission.js';

@Entity({ name: 'api_keys' })
export class ApiKeyEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  /** `first` was printed at the first start, `environment` is DOMICILE_API_KEY, `made` was made by a person, `ci` was given to a job in CI for minutes. */
  @Column({ type: 'text' }) origin: 'first' | 'environment' | 'made' | 'ci';
  /** SHA-256 of the whole key: 256 random bits need no slow hash. */
  @Column({ type: 'bytea' }) digest: Buffer;
  @Column({ type: 'text', array: true }) scopes: Permission[];
  /** Null: every unit. */
  @Column({ type: 'text', array: true, nullable: true }) units: string[] | null;
  @Column({ type: 'boolean', name: 'reads_own_only' }) readsOwnOnly: boolean;
  /** The rule of trust under which a job was given it. */
  @Column({ type: 'uuid', name: 'ci_trust_id', nullable: true }) ciTrustId: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'uuid', name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
