import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Problem } from '../../core/inventory/problem.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { type ManifestSettings } from '../../importers/importer.js';

export interface CollectionFile {
  /** Begins with the name of the collection. */
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** One version of a collection: files that belong together, such as those of a repository, and what reading them gave beside records. */
@Entity({ name: 'register_collections' })
export class RegisterCollectionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  /** Id of the version. */
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'bigint' }) revision: string;
  @Column({ type: 'bigint', name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column({ type: 'jsonb' }) files: readonly CollectionFile[];
  @Column({ type: 'jsonb' }) sources: readonly RegisterSource[];
  @Column({ type: 'json' }) settings: ManifestSettings;
  @Column({ type: 'json' }) problems: readonly Problem[];
}
