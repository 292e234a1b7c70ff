import { Injectable } from '@nestjs/common';
import { type Principal } from '../platform/authorization/principal.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { AuditsService } from './audits.service.js';
import { checkRequest, type CheckRequest } from './check-request.js';

/** What `POST /checks` does, without anybody waiting for it. */
@Injectable()
export class AuditJobService implements JobKind<CheckRequest> {
  static readonly description: JobDescription<CheckRequest> = { id: 'audit', permission: 'audit:create', readPermission: 'audit:read', input: checkRequest };

  constructor(private readonly audits: AuditsService) {}

  async run(input: CheckRequest, { asker, askedAt, progress, signal }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'auditing');
    const prepared = await this.audits.prepareCheck(asker, input, askedAt, signal);
    progress(1, 2, 'storing the audit');
    return (manager) => this.audits.storeForJob(manager, prepared);
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return Buffer.from(await this.audits.result(asker, reference));
  }
}
