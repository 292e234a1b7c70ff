import { AuditJobService } from '../audits/audit-job.service.js';
import { RegisterAuditJobService } from '../audits/register-audit-job.service.js';
import { ReportJobService } from '../audits/report-job.service.js';
import { ImportJobService } from '../register/import-job.service.js';
import { PullJobService } from '../pulls/pull-job.service.js';

/** Every kind of job, one line each. */
export const jobKinds = [AuditJobService, RegisterAuditJobService, ReportJobService, ImportJobService, PullJobService] as const;
