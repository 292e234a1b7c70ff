import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Waiver } from '../../core/finding/waiver.js';

export const storedWaiverStates = ['draft', 'in-review', 'approved', 'rejected', 'withdrawn', 're-opened'] as const;

export type StoredWaiverState = (typeof storedWaiverStates)[number];

/** What a waiver says, whoever requested and approved it aside. */
export type WaiverContent = Omit<Waiver, 'apiVersion' | 'kind' | 'id' | 'requestedBy' | 'approvals'> & {
  /** The findings it was requested for. */
  readonly findings: readonly string[];
};

@Entity({ name: 'waivers' })
export class WaiverEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Counts from 1 in each organisation; people know it as W-1. */
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text' }) state: StoredWaiverState;
  /** Pseudonymous id of a person. */
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'json' }) terms: WaiverContent;
  @Column({ type: 'json' }) approvals: Waiver['approvals'];
  /** Counts every change, from 1. */
  @Column({ type: 'bigint' }) version: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
}
