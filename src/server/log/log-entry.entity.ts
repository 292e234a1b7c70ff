import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'log_entries' })
export class LogEntryEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'bigint' }) sequence: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'text', name: 'actor_kind' }) actorKind: string;
  @Column({ type: 'text' }) actor: string;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) details: string;
  @Column({ type: 'text' }) previous: string;
  @Column({ type: 'text' }) hash: string;
}
