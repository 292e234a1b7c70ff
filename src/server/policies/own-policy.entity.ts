import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ownPolicyStates = ['draft', 'in-review', 'rejected', 'in-force', 'retired'] as const;

export type OwnPolicyState = (typeof ownPolicyStates)[number];

/** One version of a pack or an overlay of an organisation, from draft to retirement. Of each name one is in force at most, and one is worked on. */
@Entity({ name: 'own_policies' })
export class OwnPolicyEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Id of the pack or the overlay. */
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) state: OwnPolicyState;
  /** The event that holds the text. */
  @Column({ type: 'uuid', name: 'text_id' }) textId: string;
  /** What it came to be when it was approved; absent before. */
  @Column({ type: 'json', nullable: true }) approved: ApprovedPolicy | null;
  /** Counts every change, from 1. */
  @Column({ type: 'bigint' }) version: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
}

/** What an approval froze beside the text. */
export interface ApprovedPolicy {
  readonly kind: 'pack' | 'overlay';
  /** The pack, or the one that the overlay changes. */
  readonly pack: string;
  readonly packVersion: string;
  /** Of the pack, with this overlay and the others that were in force. */
  readonly digest: string;
  readonly by: string;
  readonly at: string;
}
