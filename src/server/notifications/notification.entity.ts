import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type NotificationKind } from './notification-kind.js';

/** Something worth telling, once for each event. */
@Entity({ name: 'notifications' })
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: NotificationKind;
  /** What tells this event from every other. */
  @Column({ type: 'text' }) event: string;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}
