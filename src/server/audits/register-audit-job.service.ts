import { Injectable } from '@nestjs/common';
import { type Principal } from '../platform/authorization/principal.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { auditRequest, type AuditRequest } from './audit-request.js';
import { AuditsService } from './audits.service.js';

/** What `POST /audits` does, without anybody waiting for it. */
@Injectable()
export class RegisterAuditJobService implements JobKind<AuditRequest> {
  static readonly description: JobDescription<AuditRequest> = { id: 'register-audit', permission: 'register:audit', readPermission: 'audit:read', input: auditRequest };

  constructor(private readonly audits: AuditsService) {}

  async run(input: AuditRequest, { asker, askedAt, progress, signal, afterwards }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'auditing the register');
    let ranges = 1;
    const prepared = await this.audits.prepareAudit(asker, input, askedAt, signal, (done, total) => progress(done, (ranges = total) + 1, 'auditing the register'));
    afterwards(prepared.forget);
    progress(ranges, ranges + 1, 'storing the audit');
    return (manager) => this.audits.storeForJob(manager, prepared);
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return Buffer.from(await this.audits.result(asker, reference));
  }
}
