import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';

export type FindingEventKind = 'opened' | 'waived' | 'resolved' | 're-opened' | 'verdict' | 'started' | 'stopped' | 'assigned' | 'commented';

/** Something that happened to a finding. */
@Entity({ name: 'finding_events' })
export class FindingEventEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) fingerprint: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: Principal['kind'];
  /** Pseudonymous id of whoever did it, or asked for the audit that found it. */
  @Column({ type: 'uuid' }) actor: string;
  @Column({ type: 'text' }) what: FindingEventKind;
  @Column({ type: 'uuid', name: 'audit_id', nullable: true }) auditId: string | null;
  @Column({ type: 'json' }) details: object;
}
