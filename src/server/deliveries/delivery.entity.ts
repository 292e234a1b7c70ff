import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DeliveryAttempt, type Recipient } from './delivery-shapes.js';
import { type Message } from './message.js';

/** One message on its way to one recipient. Its id is what the recipient can tell repetitions by. */
@Entity({ name: 'deliveries' })
export class DeliveryEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** What it comes from, such as `schedule-run/<id>`. */
  @Column({ type: 'text' }) origin: string;
  @Column({ type: 'json' }) recipient: Recipient;
  @Column({ type: 'json' }) message: Message;
  @Column({ type: 'text' }) state: 'waiting' | 'delivered' | 'dead';
  @Column({ type: 'json' }) attempts: readonly DeliveryAttempt[];
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'ended_at', nullable: true }) endedAt: Date | null;
}
