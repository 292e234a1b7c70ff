import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type z } from 'zod';
import { type AuditResult } from '../../core/audit/audit-result.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type Principal } from '../platform/authorization/principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { type JobContext, type JobResult } from '../platform/jobs/job-kind.js';
import { auditRequest } from './audit-request.js';
import { AuditsService, type PreparedAudit } from './audits.service.js';
import { reportForm } from './report-form.js';
import { ReportStoreService } from './report-store.service.js';

const scheduledAudit = auditRequest.omit({ asOf: true, revision: true, of: true });
type AuditWanted = z.output<typeof scheduledAudit>;
export type ReportWanted = z.output<typeof reportForm>;

export type Conclusion = AuditResult['conclusion'];

/** An audit that is made and not yet stored, and what a reader would notice of it. */
export interface AuditInHand {
  readonly conclusion: Conclusion;
  /** Of everything but the instant: what was audited, against what, and what came of it. */
  readonly stateDigest: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly print: (form: ReportWanted) => Promise<Uint8Array>;
  readonly store: (manager: EntityManager) => Promise<JobResult>;
}

/** Audits of the register as it stands, for whoever asks for them again and again. */
@Injectable()
export class ScheduledAuditService {
  /** What can be asked for: as `POST /audits`, always of the present. */
  static readonly wanted = scheduledAudit;
  static readonly form = reportForm;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly audits: AuditsService,
    private readonly reports: ReportStoreService,
  ) {}

  /** @throws DomainError as `AuditsService.audit` */
  async prepare(asker: Principal, wanted: AuditWanted, { askedAt, signal, afterwards }: Pick<JobContext, 'askedAt' | 'signal' | 'afterwards'>): Promise<AuditInHand> {
    const prepared = await this.audits.prepareAudit(asker, wanted, askedAt, signal);
    afterwards(prepared.forget);
    return { conclusion: prepared.outcome.conclusion as Conclusion, stateDigest: await this.scope.run(asker.organisationId, (manager) => stateDigestOf(prepared, manager)), counts: prepared.outcome.counts, print: (form) => this.audits.print(asker, prepared, form, signal), store: (manager) => this.audits.storeForJob(manager, prepared) };
  }

  /** Keeps what was printed beside its audit. */
  keep(manager: EntityManager, asker: Principal, audit: string, form: ReportWanted, pdf: Uint8Array): Promise<JobResult> {
    return this.reports.keep(manager, asker, audit, form, pdf);
  }

  /** @param reference `report/` and the id of a report, or the id of an audit. @throws DomainError `unknown-record` */
  async read(asker: Principal, reference: string): Promise<Uint8Array> {
    const [, report] = reference.split('report/');
    return report === undefined ? Buffer.from(await this.audits.result(asker, reference)) : this.reports.read(asker, report);
  }
}

async function stateDigestOf({ outcome: { conclusion, counts, digests }, findings }: PreparedAudit, manager: EntityManager): Promise<string> {
  const hash = createHash('sha256').update(canonicalJson({ conclusion, counts, digests }));
  for await (const { heads } of findings(manager)) for (const { fingerprint, verdict, waiver } of heads) hash.update(`\n${fingerprint} ${verdict} ${waiver?.state ?? ''}`);
  return `sha256:${hash.digest('hex')}`;
}
