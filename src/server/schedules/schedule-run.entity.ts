import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One occurrence of a schedule and what came of it. */
@Entity({ name: 'schedule_runs' })
export class ScheduleRunEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'schedule_id' }) scheduleId: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'due_at' }) dueAt: Date;
  @Column({ type: 'text' }) why: 'due' | 'asked';
  /** Pseudonymous id of whoever asked for it out of turn. */
  @Column({ type: 'uuid', name: 'asked_by', nullable: true }) askedBy: string | null;
  @Column({ type: 'uuid', name: 'job_id', nullable: true }) jobId: string | null;
  @Column({ type: 'text' }) state: 'waiting' | 'reported' | 'skipped' | 'failed';
  @Column({ type: 'timestamptz', precision: 3, name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'uuid', name: 'audit_id', nullable: true }) auditId: string | null;
  @Column({ type: 'uuid', name: 'report_id', nullable: true }) reportId: string | null;
  @Column({ type: 'text', nullable: true }) conclusion: string | null;
  /** Of what the audit showed, its instant aside. */
  @Column({ type: 'text', name: 'state_digest', nullable: true }) stateDigest: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
}
