import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type FindingOfResult } from '../../core/audit/audit-result.js';
import { type FindingState } from '../../core/finding/follow-finding.js';
import { type Severity } from '../../core/policy/severity.js';

/** A finding as the last audit that saw it had it, and where it stands. */
@Entity({ name: 'findings' })
export class FindingEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'text' }) fingerprint: string;
  @Column({ type: 'text', name: 'rule_id' }) ruleId: string;
  @Column({ type: 'text' }) pack: string;
  @Column({ type: 'text' }) severity: Severity;
  /** Place of the severity in the list of severities, from 0, the worst. */
  @Column({ type: 'smallint', name: 'severity_rank' }) severityRank: number;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) state: FindingState;
  /** Pseudonymous id of the person who looks after it. */
  @Column({ type: 'uuid', nullable: true }) assignee: string | null;
  /** Counts changes of state and assignee, from 1. */
  @Column({ type: 'bigint' }) version: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'opened_at' }) openedAt: Date;
  /** Of state or assignee. */
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
  /** The last audit that saw it. */
  @Column({ type: 'uuid', name: 'audit_id' }) auditId: string;
  @Column({ type: 'json' }) finding: FindingOfResult;
}
