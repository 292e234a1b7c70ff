import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Principal } from '../platform/authorization/principal.js';
import { recordId } from '../platform/http/record-id.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { AuditsService } from './audits.service.js';
import { reportForm } from './report-form.js';
import { ReportStoreService } from './report-store.service.js';

const reportJob = z.strictObject({ audit: recordId.describe('id of the stored audit'), ...reportForm.shape }).meta({ id: 'ReportJob', example: { audit: '01990000-0000-7000-8000-000000000000', template: 'full-audit', language: 'en' } });

type ReportJob = z.output<typeof reportJob>;

/** Prints the report of a stored audit and keeps it. */
@Injectable()
export class ReportJobService implements JobKind<ReportJob> {
  static readonly description: JobDescription<ReportJob> = { id: 'report', permission: 'audit:read', readPermission: 'audit:read', input: reportJob };

  constructor(
    private readonly audits: AuditsService,
    private readonly reports: ReportStoreService,
  ) {}

  async run({ audit, template, language }: ReportJob, { asker, progress, signal }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'printing the report');
    const pdf = await this.audits.report(asker, audit, { template, language }, signal);
    progress(1, 2, 'storing the report');
    return (manager) => this.reports.keep(manager, asker, audit, { template, language }, pdf);
  }

  read(asker: Principal, id: string): Promise<Uint8Array> {
    return this.reports.read(asker, id);
  }
}
