import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type PackedStatement } from '../../core/register/packed-statement.js';
import { type RecordChange } from '../../core/register/record-change.js';

/** One version of a record; the current one has no end. */
@Entity({ name: 'register_records' })
export class RegisterRecordEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  /** Id of the version. */
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: NounKind;
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'bigint' }) revision: string;
  /** The revision from which on it is no longer current. */
  @Column({ type: 'bigint', name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column({ type: 'text' }) change: RecordChange['what'];
  /** By source; empty where the record is retired. */
  @Column({ type: 'jsonb' }) statements: readonly PackedStatement[];
  /** The statements joined; of a retired record its last state. */
  @Column({ type: 'jsonb' }) value: Readonly<Record<string, unknown>>;
  /** JSON pointers of the fields on which sources contradict each other. */
  @Column({ type: 'text', array: true }) disputed: readonly string[];
  /** Paths of the sources. */
  @Column({ type: 'text', array: true }) paths: readonly string[];
}
