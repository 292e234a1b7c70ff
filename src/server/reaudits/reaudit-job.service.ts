import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { AuditsService, type PreparedAudit } from '../audits/audits.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';

/** Kind of the job that audits again what changes affect. */
export const reauditJob = 'reaudit';

const nothing = z.strictObject({});
const unaffected = canonicalJson({ affected: 0 });
const none = 'none';

/** Audits again what changes since the last audit affect; that nothing is affected is a result too. */
@Injectable()
export class ReauditJobService implements JobKind<Record<string, never>> {
  static readonly description: JobDescription<Record<string, never>> = { id: reauditJob, permission: 'register:audit', readPermission: 'audit:read', input: nothing };

  constructor(private readonly audits: AuditsService) {}

  async run(_input: Record<string, never>, { asker, askedAt, progress, signal, afterwards }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'auditing what is affected');
    const prepared = await this.prepare(asker, askedAt, signal);
    if (prepared !== undefined) afterwards(prepared.forget);
    progress(1, 2, 'storing the audit');
    return (manager) => (prepared === undefined ? Promise.resolve({ reference: none, mediaType: 'application/json; charset=utf-8', digest: digestOf(unaffected), size: unaffected.length }) : this.audits.storeForJob(manager, prepared));
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return Buffer.from(reference === none ? unaffected : await this.audits.result(asker, reference));
  }

  private async prepare(asker: Principal, askedAt: Date, signal: AbortSignal): Promise<PreparedAudit | undefined> {
    try {
      return await this.audits.prepareAudit(asker, { of: 'affected' }, askedAt, signal);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'conflict') return undefined;
      throw error;
    }
  }
}
