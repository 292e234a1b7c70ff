import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { type Principal } from '../platform/authorization/principal.js';
import { requireAllUnits } from '../platform/authorization/require-all-units.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { type CollectionList, type RevisionPage, type RevisionQuery } from './collection-shapes.js';
import { RegisterRevisionEntity } from './register-revision.entity.js';
import { RegisterStore } from './register-store.service.js';

/** Reads of what the register was made from, and of its history as a whole. */
@Injectable()
export class CollectionsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly store: RegisterStore,
  ) {}

  /** @throws DomainError `not-allowed` where the asker reads some units only */
  async list(asker: Principal): Promise<CollectionList> {
    const { organisationId } = asker;
    requireAllUnits(asker, 'the collections of the register');
    const found = await this.scope.run(organisationId, async (manager) => this.store.collectionsAt(manager, organisationId, await this.store.revision(manager, organisationId)));
    const items = found.filter(({ files }) => files.length > 0).map(({ name, revision, files, problems }) => ({ name, revision: Number(revision), files: files.map((file) => ({ ...file })), problems: problems.map((problem) => ({ ...problem })) }));
    return { items, total: items.length };
  }

  /** @throws DomainError `not-allowed` where the asker reads some units only */
  async revisions(asker: Principal, { before, limit }: RevisionQuery): Promise<RevisionPage> {
    const { organisationId } = asker;
    requireAllUnits(asker, 'the revisions of the register');
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(RegisterRevisionEntity, { where: { organisationId, ...(before === undefined ? {} : { revision: LessThan(String(before)) }) }, order: { revision: 'DESC' }, take: limit + 1 });
      const items = found.slice(0, limit).map(({ revision, changedAt, actorKind: kind, changedBy: id, reason, counts }) => ({ revision: Number(revision), changedAt: changedAt.toISOString(), changedBy: { kind, id }, reason, counts: { ...counts } }));
      return { items, total: await manager.countBy(RegisterRevisionEntity, { organisationId }), next: found.length > limit ? (items.at(-1)?.revision ?? null) : null };
    });
  }
}
