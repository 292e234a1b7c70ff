import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';
import { type JobResult } from '../platform/jobs/job-kind.js';
import { type JobProgress, type JobState } from '../platform/jobs/job-view.js';
import { type ProblemDocument } from '../platform/problem/problem-document.js';

@Entity({ name: 'jobs' })
export class JobEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) state: JobState;
  /** What was asked, as JSON text. */
  @Column({ type: 'text' }) input: string;
  @Column({ type: 'text', name: 'asker_kind' }) askerKind: Principal['kind'];
  /** Pseudonymous id of the key or user that asked. */
  @Column({ type: 'uuid', name: 'asked_by' }) askedBy: string;
  @Column({ type: 'text', name: 'idempotency_key', nullable: true }) idempotencyKey: string | null;
  @Column({ type: 'text', name: 'request_digest' }) requestDigest: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'jsonb', nullable: true }) progress: JobProgress | null;
  /** How often it was begun; a process that gives a job back takes its attempt with it. */
  @Column({ type: 'integer' }) attempts: number;
  /** Rises whenever a process takes the job: only the holder of the last one may end it. */
  @Column({ type: 'integer' }) fence: number;
  /** Process that took it last. */
  @Column({ type: 'uuid', nullable: true }) worker: string | null;
  @Column({ type: 'jsonb', nullable: true }) result: JobResult | null;
  @Column({ type: 'jsonb', nullable: true }) problem: ProblemDocument | null;
}
