import { AuditJobService } from '../audits/audit-job.service.js';
import { ReportJobService } from '../audits/report-job.service.js';

/** Every kind of job, one line each. */
export const jobKinds = [AuditJobService, ReportJobService] as const;
