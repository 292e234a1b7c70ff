import { Column, Entity, PrimaryColumn } from 'typeorm';

export const decisionStates = ['draft', 'in-review', 'approved', 'signed-off', 'rejected', 'superseded'] as const;

export type DecisionState = (typeof decisionStates)[number];

/** What the packs were asked when the inputs were put up for approval. */
export interface AskedBy {
  readonly revision: number;
  readonly packs: Readonly<Record<string, string>>;
  readonly facts: string;
}

/** Who fixed the inputs or took the decision, by the id of the person. */
export interface Signature {
  readonly by: string;
  readonly role: string;
  readonly at: string;
}

@Entity({ name: 'decisions' })
export class DecisionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Counts from 1 in each organisation; people know it as D-1. */
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text' }) state: DecisionState;
  @Column({ type: 'text' }) title: string;
  /** Id of the deployment it is about; null where the case names none. */
  @Column({ type: 'text', nullable: true }) deployment: string | null;
  /** Pseudonymous id of a person or key. */
  @Column({ type: 'uuid' }) author: string;
  /** Counts every change, from 1. */
  @Column({ type: 'bigint' }) version: string;
  /** The version whose inputs stand. */
  @Column({ type: 'bigint', name: 'input_version' }) inputVersion: string;
  /** The version whose inputs the author wrote, without what the packs said since. */
  @Column({ type: 'bigint', name: 'author_version' }) authorVersion: string;
  @Column({ type: 'json', nullable: true }) asked: AskedBy | null;
  @Column({ type: 'json', nullable: true }) approval: Signature | null;
  @Column({ type: 'json', name: 'sign_off', nullable: true }) signOff: (Signature & { readonly option: string; readonly because: string }) | null;
  /** The record, byte for byte as `domicile decide --format json` prints it. */
  @Column({ type: 'text', nullable: true }) result: string | null;
  @Column({ type: 'text', name: 'result_digest', nullable: true }) resultDigest: string | null;
  /** The decision that this one takes the place of once it is signed off. */
  @Column({ type: 'uuid', nullable: true }) supersedes: string | null;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' }) changedAt: Date;
}
