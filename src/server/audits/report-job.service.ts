import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { recordId } from '../platform/http/record-id.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type StoreResult } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { AuditsService } from './audits.service.js';
import { reportForm } from './report-form.js';
import { ReportEntity } from './report.entity.js';

const reportJob = z.strictObject({ audit: recordId.describe('id of the stored audit'), ...reportForm.shape }).meta({ id: 'ReportJob', example: { audit: '01990000-0000-7000-8000-000000000000', template: 'full-audit', language: 'en' } });

type ReportJob = z.output<typeof reportJob>;

/** Prints the report of a stored audit and keeps it. */
@Injectable()
export class ReportJobService implements JobKind<ReportJob> {
  static readonly description: JobDescription<ReportJob> = { id: 'report', permission: 'audit:read', readPermission: 'audit:read', input: reportJob };

  constructor(
    private readonly audits: AuditsService,
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  async run({ audit, template, language }: ReportJob, { asker, progress, signal }: JobContext): Promise<StoreResult> {
    progress(0, 2, 'printing the report');
    const pdf = await this.audits.report(asker, audit, { template, language }, signal);
    progress(1, 2, 'storing the report');
    const digest = digestOf(pdf);
    return async (manager) => {
      const createdAt = this.clock.now();
      const id = uuidV7(createdAt.getTime());
      await manager.insert(ReportEntity, { organisationId: asker.organisationId, id, auditId: audit, template, language, createdAt, requestedBy: asker.id, digest, pdf: Buffer.from(pdf) });
      await this.log.append(manager, asker, 'report.create', `report/${id}`, { audit, template, language, digest });
      return { reference: id, mediaType: 'application/pdf', digest, size: pdf.byteLength };
    };
  }

  async read({ organisationId }: Principal, id: string): Promise<Uint8Array> {
    const report = await this.scope.run(organisationId, (manager) => manager.findOne(ReportEntity, { select: { pdf: true }, where: { organisationId, id } }));
    if (report === null) throw new DomainError('unknown-record', `there is no report ${id}; list the jobs to find its job`);
    return report.pdf;
  }
}
