import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document; its bytes are kept under their digest. Nothing of it changes: a later state is a revision of its own. */
@Entity({ name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** The one it takes the place of. */
  @Column({ type: 'uuid', nullable: true }) revises: string | null;
  /** Key of the record it speaks of. */
  @Column({ type: 'text', nullable: true }) record: string | null;
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text', name: 'file_name' }) fileName: string;
  @Column({ type: 'text', name: 'media_type' }) mediaType: string;
  /** In bytes. */
  @Column({ type: 'int' }) size: number;
  /** In hexadecimal. */
  @Column({ type: 'text' }) sha256: string;
  /** The day from which what it says holds, not the day it was added. */
  @Column({ type: 'date' }) effective: string;
  /** The first day on which it no longer holds. */
  @Column({ type: 'date', nullable: true }) expires: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'timestamptz', precision: 3, name: 'added_at' }) addedAt: Date;
  /** Pseudonymous id of the key or user. */
  @Column({ type: 'uuid', name: 'added_by' }) addedBy: string;
}
