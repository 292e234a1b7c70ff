import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type Principal } from '../platform/authorization/principal.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { RetentionService } from './retention.service.js';

/** Kind of the job that deletes what is no longer kept. */
export const retentionJob = 'retention';

const nothing = z.strictObject({});

/** Deletes what is no longer kept. Unlike other kinds it writes while it runs: what it has deleted is deleted, whoever ends the job. */
@Injectable()
export class RetentionJobService implements JobKind<Record<string, never>> {
  static readonly description: JobDescription<Record<string, never>> = { id: retentionJob, permission: 'retention:manage', readPermission: 'log:read', input: nothing };

  constructor(private readonly retention: RetentionService) {}

  async run(_input: Record<string, never>, { asker, signal, progress }: JobContext): Promise<StoreResult> {
    const deleted = await this.retention.run(asker, signal, progress);
    return async (manager) => {
      const run = await this.retention.note(manager, asker, deleted);
      const text = canonicalJson(run);
      return { reference: run.id, mediaType: 'application/json; charset=utf-8', digest: digestOf(text), size: Buffer.byteLength(text) };
    };
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return Buffer.from(canonicalJson(await this.retention.runOf(asker, reference)));
  }
}
