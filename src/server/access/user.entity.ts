import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Role } from './role.js';

@Entity({ name: 'users' })
export class UserEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** In lower case; null once erased. */
  @Column({ type: 'text', nullable: true }) email: string | null;
  @Column({ type: 'text', nullable: true }) name: string | null;
  @Column({ type: 'text', array: true }) roles: Role[];
  /** Units the person belongs to, as a confinement has them. */
  @Column({ type: 'text', array: true }) units: string[];
  /** Whether the person reads records of these units only, where no role reads all. */
  @Column({ type: 'boolean', name: 'reads_own_only' }) readsOwnOnly: boolean;
  @Column({ type: 'text' }) state: 'active' | 'disabled' | 'erased';
  /** PHC string; null for people who sign in elsewhere or have not set one. */
  @Column({ type: 'text', name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column({ type: 'text', nullable: true }) issuer: string | null;
  @Column({ type: 'text', name: 'issuer_subject', nullable: true }) issuerSubject: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
