import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobResult } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type ReportForm } from './check-task.js';
import { type ReportPage, type ReportQuery, type ReportView } from './report-list.js';
import { ReportEntity } from './report.entity.js';

type ReportRow = Omit<ReportView, 'createdAt'> & { readonly createdAt: Date };

const columns = ['report.id AS id', 'report.audit_id AS audit', 'report.template AS template', 'report.language AS language', 'report.created_at AS "createdAt"', 'report.requested_by AS "requestedBy"', 'report.digest AS digest', 'octet_length(report.pdf) AS size'];

/** Reports that were printed and kept. */
@Injectable()
export class ReportStoreService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly log: LogService,
  ) {}

  /** Keeps a report in the caller's transaction. */
  async keep(manager: EntityManager, { organisationId, ...asker }: Principal, audit: string, { template, language }: ReportForm, pdf: Uint8Array): Promise<JobResult> {
    const digest = digestOf(pdf);
    const createdAt = this.clock.now();
    const id = uuidV7(createdAt.getTime());
    await manager.insert(ReportEntity, { organisationId, id, auditId: audit, template, language, createdAt, requestedBy: asker.id, digest, pdf: Buffer.from(pdf) });
    await this.log.append(manager, { organisationId, ...asker }, 'report.create', `report/${id}`, { audit, template, language, digest });
    return { reference: id, mediaType: 'application/pdf', digest, size: pdf.byteLength };
  }

  async list({ organisationId }: Pick<Principal, 'organisationId'>, { audit, after, limit }: ReportQuery): Promise<ReportPage> {
    const fitting = { organisationId, ...(audit === undefined ? {} : { auditId: audit }) };
    return this.scope.run(organisationId, async (manager) => {
      const all = manager.createQueryBuilder(ReportEntity, 'report').where(fitting);
      const total = await all.getCount();
      const page = all.select(columns).orderBy('report.id', 'DESC').limit(limit + 1);
      if (after !== undefined) page.andWhere('report.id < :after', { after });
      const found = await page.getRawMany<ReportRow>();
      const items = found.slice(0, limit).map(({ createdAt, size, ...row }): ReportView => ({ ...row, createdAt: createdAt.toISOString(), size: Number(size) }));
      return { items, total, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read({ organisationId }: Pick<Principal, 'organisationId'>, id: string): Promise<Uint8Array> {
    const report = await this.scope.run(organisationId, (manager) => manager.findOne(ReportEntity, { select: { pdf: true }, where: { organisationId, id } }));
    if (report === null) throw new DomainError('unknown-record', `there is no report ${id}; list the reports to find another`);
    return report.pdf;
  }
}
