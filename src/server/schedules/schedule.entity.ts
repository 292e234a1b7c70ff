import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ScheduleDraft } from './schedule-shapes.js';

/** A schedule of an organisation. */
@Entity({ name: 'schedules' })
export class ScheduleEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'json' }) terms: ScheduleDraft;
  /** Counts every change, from 1. */
  @Column({ type: 'bigint' }) version: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  /** Pseudonymous id of the key or user. */
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
  /** Its runs stay. */
  @Column({ type: 'timestamptz', precision: 3, name: 'ended_at', nullable: true }) endedAt: Date | null;
}
