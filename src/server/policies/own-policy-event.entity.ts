import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';

export type OwnPolicyEventKind = 'drafted' | 'changed' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'retired' | 'superseded';

/** Something that happened to an own policy; nothing of it is ever changed. */
@Entity({ name: 'own_policy_events' })
export class OwnPolicyEventEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'policy_id' }) policyId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: Principal['kind'];
  @Column({ type: 'uuid' }) actor: string;
  @Column({ type: 'text' }) what: OwnPolicyEventKind;
  /** Why, in the words of who did it. */
  @Column({ type: 'text', nullable: true }) remark: string | null;
  /** The text from then on, where it was written. */
  @Column({ type: 'text', nullable: true }) text: string | null;
}
