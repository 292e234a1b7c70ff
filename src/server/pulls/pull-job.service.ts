import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Principal } from '../platform/authorization/principal.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { connectionName } from '../platform/config/connection-name.js';
import { PullsService, resultJson } from './pulls.service.js';

const pullJob = z.strictObject({ connection: connectionName }).meta({ id: 'PullJob', example: { connection: 'registry' } });

type PullJob = z.output<typeof pullJob>;

/** Pulls from one connection and keeps what came. */
@Injectable()
export class PullJobService implements JobKind<PullJob> {
  static readonly description: JobDescription<PullJob> = { id: 'pull', permission: 'pull:run', readPermission: 'pull:read', input: pullJob };

  constructor(private readonly pulls: PullsService) {}

  async run({ connection }: PullJob, { asker, progress, signal }: JobContext): Promise<StoreResult> {
    progress(0, 1, `asking ${connection}`);
    const finished = await this.pulls.pull(connection, signal, (files) => progress(0, 1, `${files} files from ${connection}`));
    return async (manager) => {
      const reference = await this.pulls.store(manager, asker, finished);
      const json = resultJson(reference, finished);
      return { reference, mediaType: 'application/json; charset=utf-8', digest: digestOf(json), size: Buffer.byteLength(json), location: `/api/v1/pulls/${connection}/results/${reference}` };
    };
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return Buffer.from(await this.pulls.result(asker, reference));
  }
}
