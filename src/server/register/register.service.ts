import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type InventoryFragment } from '../../core/inventory/inventory-fragment.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type Problem } from '../../core/inventory/problem.js';
import { putTogether } from '../../core/register/put-together.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { handSources } from './hand-sources.js';
import { joinSettings } from './join-settings.js';
import { RegisterStore } from './register-store.service.js';

/** What stood in the register with one revision, as importers give it. */
export interface RegisterState {
  readonly revision: number;
  readonly fragments: readonly InventoryFragment[];
  readonly settings: ManifestSettings;
  readonly problems: readonly Problem[];
  /** Waivers and facts that manifests name. */
  readonly files: readonly SourceText[];
}

/** What other features read of the register. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly store: RegisterStore,
  ) {}

  /** The revision that stood at an instant; the newest where none is given. */
  async revision({ organisationId }: Pick<Principal, 'organisationId'>, asOf?: Date): Promise<number> {
    return this.scope.run(organisationId, (manager) => (asOf === undefined ? this.store.revision(manager, organisationId) : this.store.revisionAt(manager, organisationId, asOf)));
  }

  /** The newest revision, in the caller's transaction. */
  async revisionIn(manager: EntityManager, organisationId: string): Promise<number> {
    return this.store.revision(manager, organisationId);
  }

  /** When the newest revision came about, and its number, in the caller's transaction; absent before the first. */
  async newest(manager: EntityManager, organisationId: string): Promise<{ readonly revision: number; readonly since: Date } | undefined> {
    return this.store.newest(manager, organisationId);
  }

  /** @throws DomainError `unknown-record` where there is no such revision yet */
  async stateAt({ organisationId }: Pick<Principal, 'organisationId'>, revision: number): Promise<RegisterState> {
    return this.scope.run(organisationId, async (manager) => {
      const newest = await this.store.revision(manager, organisationId);
      if (revision > newest) throw new DomainError('unknown-record', `the register has no revision ${revision}; the newest is ${newest}`);
      return this.read(manager, organisationId, revision);
    });
  }

  private async read(manager: EntityManager, organisationId: string, revision: number): Promise<RegisterState> {
    const collections = await this.store.collectionsAt(manager, organisationId, revision);
    const records: RegisterRecord[] = [];
    for await (const part of this.store.recordsAt(manager, organisationId, revision)) records.push(...part);
    const { settings, named } = joinSettings(collections);
    const texts = await this.store.texts(manager, organisationId, named);
    return {
      revision,
      fragments: putTogether(records, [...collections.flatMap(({ sources }) => sources), ...handSources(records)]),
      settings,
      problems: collections.flatMap(({ problems }) => problems),
      files: [...texts].map(([path, content]) => ({ path, content })),
    };
  }
}
