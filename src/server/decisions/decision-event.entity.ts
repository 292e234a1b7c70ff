import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';

export type DecisionEventKind = 'drafted' | 'changed' | 'submitted' | 'approved' | 'rejected' | 'signed-off' | 'superseded';

/** Something that happened to a decision. */
@Entity({ name: 'decision_events' })
export class DecisionEventEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'decision_id' }) decisionId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: Principal['kind'];
  @Column({ type: 'uuid' }) actor: string;
  @Column({ type: 'text' }) what: DecisionEventKind;
  @Column({ type: 'json' }) details: object;
}
