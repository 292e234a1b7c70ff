import { AuditJobService } from '../audits/audit-job.service.js';
import { RegisterAuditJobService } from '../audits/register-audit-job.service.js';
import { DeliveryJobService } from '../deliveries/delivery-job.service.js';
import { ReportJobService } from '../audits/report-job.service.js';
import { ImportJobService } from '../register/import-job.service.js';
import { ReauditJobService } from '../reaudits/reaudit-job.service.js';
import { RetentionJobService } from '../retention/retention-job.service.js';
import { ScheduledRunJobService } from '../schedules/scheduled-run-job.service.js';
import { PullJobService } from '../pulls/pull-job.service.js';

/** Every kind of job that can be asked for, one line each. */
export const jobKinds = [AuditJobService, RegisterAuditJobService, ReportJobService, ImportJobService, PullJobService] as const;

/** Kinds that only the server itself asks for. */
export const ownJobKinds = [DeliveryJobService, ReauditJobService, RetentionJobService, ScheduledRunJobService] as const;
