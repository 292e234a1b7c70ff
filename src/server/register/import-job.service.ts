import { Injectable } from '@nestjs/common';
import { type Principal } from '../platform/authorization/principal.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { importRequest, type ImportRequest } from './import-shapes.js';
import { ImportsService } from './imports.service.js';

/** What `POST /register/imports` does, without anybody waiting for it. */
@Injectable()
export class ImportJobService implements JobKind<ImportRequest> {
  static readonly description: JobDescription<ImportRequest> = { id: 'import', permission: 'register:write', readPermission: 'register:read', input: importRequest };

  constructor(private readonly imports: ImportsService) {}

  async run(input: ImportRequest, { asker, progress, signal }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'reading the files');
    const store = await this.imports.prepare(asker, input, signal);
    progress(1, 2, input.expects === undefined ? 'comparing with the register' : 'writing the register');
    return async (manager) => {
      const json = JSON.stringify(await store(manager));
      const digest = digestOf(json);
      return { reference: await this.imports.keep(manager, asker, json), mediaType: 'application/json; charset=utf-8', digest, size: Buffer.byteLength(json) };
    };
  }

  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    return this.imports.kept(asker, reference);
  }
}
