import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Actor } from '../log/log.service.js';

/** A change of the register: who, when and why. Revisions count from 1. */
@Entity({ name: 'register_revisions' })
export class RegisterRevisionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'bigint' }) revision: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: Actor['kind'];
  /** Pseudonymous id of the key or user; all zeros for the server itself. */
  @Column({ type: 'uuid', name: 'changed_by' }) changedBy: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'jsonb' }) counts: Readonly<Record<string, number>>;
}
