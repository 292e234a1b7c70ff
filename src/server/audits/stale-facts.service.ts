import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { staleFacts, type StaleFact } from '../../core/reference/stale-facts.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readReference } from '../../files/read-reference.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { RegisterChangesService } from '../register/register-changes.service.js';
import { RegisterService } from '../register/register.service.js';
import { layFactsOver } from './lay-facts-over.js';

/** Facts whose review is overdue: those of the installation with the organisation's own laid over. */
@Injectable()
export class StaleFactsService {
  private bundled: Promise<ReferenceFacts> | undefined;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly register: RegisterService,
    private readonly changes: RegisterChangesService,
  ) {}

  /** `unread` says why the organisation's own could not be read; those of the installation are answered then. */
  async overdue({ organisationId }: Principal, at: Date): Promise<{ readonly facts: readonly StaleFact[]; readonly unread: string | undefined }> {
    this.bundled ??= readReference(join(bundledFolder('dist/policies'), 'reference'));
    const bundled = await this.bundled;
    const { settings, files } = await this.scope.run(organisationId, async (manager) => this.changes.beside(manager, organisationId, await this.register.revisionIn(manager, organisationId)));
    try {
      return { facts: staleFacts(layFactsOver(bundled, { files: [...files] }, settings.facts), at.toISOString()), unread: undefined };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { facts: staleFacts(bundled, at.toISOString()), unread: error.message };
    }
  }
}
