import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';

export type WaiverEventKind = 'drafted' | 'changed' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 're-opened';

/** Something that happened to a waiver. */
@Entity({ name: 'waiver_events' })
export class WaiverEventEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'waiver_id' }) waiverId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: Principal['kind'];
  @Column({ type: 'uuid' }) actor: string;
  @Column({ type: 'text' }) what: WaiverEventKind;
  @Column({ type: 'json' }) details: object;
}
