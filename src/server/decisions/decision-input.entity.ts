import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DecideCase } from '../../core/decision/record/decide-case.js';

/** The inputs of a decision as a version of it brought them. */
@Entity({ name: 'decision_inputs' })
export class DecisionInputEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid', name: 'decision_id' }) decisionId: string;
  @PrimaryColumn({ type: 'bigint' }) version: string;
  @Column({ type: 'json' }) inputs: DecideCase;
  @Column({ type: 'text', name: 'input_hash' }) inputHash: string;
}
